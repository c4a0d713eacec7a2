/**
 * Characters that service records are full of: the commonest of written Chinese and the words of the trade, in simplified
 * and traditional script, Hong Kong's own characters and full-width punctuation. Bytes read in the wrong encoding give
 * rare characters instead: that is how GB18030 and Big5 are told apart.
 */
const SIMPLIFIED =
  "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心" +
  "本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世" +
  "位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便" +
  "空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔客服您请谢抱歉稍帮助查询订单号" +
  "码退款换货流快递投诉满评价坐席班组编呼叫振铃待挂断转技排始束容角渠邮状态备注姓钟秒周星午否未需登联尽复喂嗯哦啊呢吧吗呀嘛哈购买商颜尺票收付支账户密短验证银卡积优惠网络宽套餐故障维修" +
  "装傅专线录音质检";

const TRADITIONAL =
  "這個們來為國説時會對於過發後裏種經麼學現當沒動還進樣開從實軍無與長機關點業將兩間問並應戰頭體見產話內給門兒東聲員論處義幾認條氣題爾別變總電數報結務場計資許統區隊決馬書則聽卻達強難權" +
  "設記類據邊張該規萬覺術領確傳師觀讓識帶導爭運筆請謝幫詢訂單號碼換貨遞訴滿評價組編鈴掛斷轉郵狀態備註鐘聯繫儘覆嗎購買顏賬驗證銀積優網絡寬維裝專線錄質檢爲說戶隻裡臺檯係";

const CANTONESE = "嘅咗喺啲嚟哋嗰嘢攞唔係冇佢諗睇乜咁點俾畀啱嗱嘥攰瞓靚嘈";
const PUNCTUATION = "，。？！：；、“”‘’（）《》【】…—·～￥％＋－＝／０１２３４５６７８９ＡＢＣ　";

export const COMMON_CHARACTERS: ReadonlySet<string> = new Set(
  SIMPLIFIED + TRADITIONAL + CANTONESE + PUNCTUATION,
);
