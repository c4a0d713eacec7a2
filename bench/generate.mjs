// Writes synthetic transcripts and call logs for the benchmarks: the same seed gives the same bytes.
//
// Of the generated turns about one in six repeats an earlier one of the same speaker to the letter, as in the shop chats that the
// project is tried on (one in six of 1489 turns). The audit scans such a turn once: with more of them it would look faster
// than it is.
//
//   node bench/generate.mjs transcripts FILE MEGABYTES [SEED]
//   node bench/generate.mjs calls FILE ROWS [SEED]
import { closeSync, openSync, writeSync } from "node:fs";
import { pathToFileURL } from "node:url";

const GREETING = "您好，这里是安捷商城客服中心，我是工号{n}，请问有什么可以帮到您？";
const RESTATEMENT = "我跟您确认一下，您是想了解订单{n}的情况，对吗？";
const CLOSING =
  "请问这样处理您还满意吗？还有什么可以帮您的吗？后续有问题可以拨打我的分机联系我，感谢您的来电，祝您生活愉快，再见";
/** What agents say most of the time: nothing that a rule looks for. */
const BUSINESS = [
  "系统显示这笔退款已经提交，一般三到五天到账",
  "您可以在手机上点击“我的订单”，选择售后服务，再提交照片",
  "这个活动从本月一号开始，到月底结束，满两百减三十",
  "订单{n}昨天下午已经从仓库发出，走的是陆运",
  "查到您的包裹目前在转运中心，预计{d}天内送达",
  "套餐里包含每个月二十个G的国内流量和三百分钟通话",
  "上次缴费是在{d}号，金额一共是一百零八块",
  "收货地址写的是三单元，电话尾号是{d}{d}{d}{d}",
  "发票可以选择电子版，会发到下单时填写的邮箱",
  "这款机器的保修期是两年，电池单独保修一年",
  "积分在会员中心的第二页，往下翻就能看到",
  "师傅上门的时间段是上午九点到十二点",
  "快递单号是{n}，用短信也发了一份过去",
  "优惠券需要在结算页面勾选才会抵扣",
  "路由器上面的指示灯是绿色还是红色",
  "密码重置以后，旧设备会自动退出登录",
  "差价部分按照下单当天的牌价来计算",
  "这边看到的版本号是八点零，最新的是八点二",
  "网点在解放路和人民路交叉口的东南角",
  "换货的商品需要保留吊牌和外包装盒",
];
/** What rules look for and are glad to find. */
const COURTESY = [
  "好的，请您稍等，我帮您查询一下订单{n}的物流状态",
  "抱歉让您久等了，资料已经调出来了",
  "我跟您确认一下，您是说收到的商品颜色不对，对吗？",
  "这边可以为您申请换货，快递会在{d}个工作日内上门取件",
  "麻烦您提供一下下单时的手机号后四位",
  "非常理解您的心情，给您带来不便真的很抱歉",
  "那我这边先帮您登记，稍后专员会与您联系",
];
const FAULTS = [
  "这个我处理不了，您找别的部门吧",
  "呃，那个，这边没办法帮您处理的",
  "您必须先把欠费交了才能办",
  "应该是吧，可能是仓库漏发了",
  "这是公司的规定，谁来都一样",
  "您稍后再打过来吧",
];
const CUSTOMER_LINES = [
  "我上周买的东西，想问一下是{d}号到吗",
  "收到的颜色不对，我要换一个",
  "订单号是{n}",
  "那大概什么时候能到呢",
  "好的好的，谢谢",
  "退款退到哪里，银行卡还是余额",
  "没有了，谢谢你",
  "嗯嗯",
  "能不能快一点，我急用",
  "上个月的账单多出来三十块是什么",
  "我换了手机以后就登不上去了",
  "地址填错了，能改到公司那边吗",
  "指示灯一直闪，重启过两次了",
  "哦，是这样啊，那我知道了",
];
/** What makes a turn unlike the others. */
const ABOUT = [
  "单号{n}的",
  "尾号{n}这个",
  "{n}这一单",
  "编号{n}，就是昨天那个",
  "关于{n}",
  "您看{n}",
  "对，{n}",
];
const COMPLAINT = "你们这个速度也太慢了吧，我要投诉";

/** xorshift32: enough for data that only has to look varied. */
export function randomFrom(seed) {
  let state = seed >>> 0 || 1;
  return (bound) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % bound;
  };
}

export function generateTranscripts(file, megabytes, seed = 1) {
  const random = randomFrom(seed);
  const limit = megabytes * 1e6;
  let rows = 0;
  writeLines(file, "contact_id,index,speaker,agent,start_s,end_s,text\n", limit, (line) => {
    const contact = `C${String(1e8 + rows)}`;
    const agent = `工号${1000 + random(800)}`;
    const turns = 8 + random(36);
    let clock = 0;
    for (let turn = 1; turn <= turns; turn++) {
      const scripted = { 1: GREETING, 3: RESTATEMENT, [turns]: CLOSING }[turn];
      const byAgent = scripted !== undefined || random(2) === 0;
      let text = scripted ?? (byAgent ? agentLine(random) : customerLine(random));
      if (random(3) === 0) text = `${text}，${pick(byAgent ? BUSINESS : CUSTOMER_LINES, random)}`;
      if (scripted === undefined && random(6) > 0) text = `${pick(ABOUT, random)}，${text}`;
      text = text
        .replaceAll("{n}", () => String(100000 + random(900000)))
        .replaceAll("{d}", () => String(2 + random(7)));
      const quoted =
        random(12) === 0 ? `"${text.replaceAll("，", ",")}${random(3) === 0 ? "\n" : ""}谢谢"` : text;
      const end = clock + 2 + random(90) / 10;
      line(
        `${contact},${turn},${byAgent ? "agent" : "customer"},${agent},${clock.toFixed(1)},${end.toFixed(1)},${quoted}\n`,
      );
      clock = end + random(30) / 10;
      rows += 1;
    }
  });
  return rows;
}

export function generateCalls(file, rows, seed = 1) {
  const random = randomFrom(seed);
  let made = 0;
  const start = Date.UTC(2026, 0, 1);
  const header =
    "call_id,agent,customer_id,queue,offered_at,queued_at,answered_at,ended_at,outcome,ring_seconds,queue_seconds\n";
  writeLines(file, header, Number.POSITIVE_INFINITY, (line) => {
    const offered = start + made * 1500 + random(1500);
    const ivr = random(20);
    const wait = waited(random);
    const answered = random(10) > 0;
    const talk = 20 + random(600);
    const at = (seconds) => new Date(offered + seconds * 1000).toISOString().slice(0, 19).replace("T", " ");
    line(
      `K${1e9 + made},坐席${random(2000)},${13000000000 + random(1e8)},队列${random(12)},${at(0)},${at(ivr)},` +
        `${answered ? at(ivr + wait) : ""},${at(ivr + wait + (answered ? talk : 0))},${answered ? "已接听" : "放弃"},` +
        `${answered ? rings(random) : ""},${wait}\n`,
    );
    made += 1;
    return made < rows;
  });
  return made;
}

/** One turn in eight is courtesy, one in 150 a fault. */
function agentLine(random) {
  if (random(150) === 0) return pick(FAULTS, random);
  return pick(random(8) === 0 ? COURTESY : BUSINESS, random);
}

function customerLine(random) {
  return random(200) === 0 ? COMPLAINT : pick(CUSTOMER_LINES, random);
}

/** Seconds in the queue: one call in twenty waits long. */
function waited(random) {
  return random(20) === 0 ? 40 + random(120) : random(25);
}

/** Seconds until the pickup: one call in fifty rings longer than three times. */
function rings(random) {
  return random(50) === 0 ? 13 + random(20) : 1 + random(11);
}

function pick(list, random) {
  return list[random(list.length)];
}

function writeLines(file, header, limit, next) {
  const descriptor = openSync(file, "w");
  let buffered = header;
  let written = 0;
  const flush = () => {
    const bytes = Buffer.from(buffered, "utf8");
    writeSync(descriptor, bytes);
    written += bytes.length;
    buffered = "";
  };
  for (let more = true; more !== false && written < limit; ) {
    more = next((text) => {
      buffered += text;
    });
    if (buffered.length > 1 << 18) flush();
  }
  flush();
  closeSync(descriptor);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , what, file, size, seed] = process.argv;
  const rows =
    what === "calls"
      ? generateCalls(file, Number(size), Number(seed))
      : generateTranscripts(file, Number(size), Number(seed));
  process.stdout.write(`${file}: ${rows} rows\n`);
}
