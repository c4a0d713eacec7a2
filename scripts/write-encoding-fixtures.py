"""Writes fixtures/encodings and fixtures/dialects/python with Python's csv module and codecs: nothing of deskcheck's is in
them. Run it from the repository; the same bytes come out every time.

    python3 scripts/write-encoding-fixtures.py
"""

import csv
import io
import json
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "fixtures"

# A made-up shop. Each line in simplified and in traditional script.
AGENT = [
    ("您好，请问有什么可以帮到您？", "您好，請問有什麼可以幫到您？"),
    ("请您稍等，我帮您查一下物流。", "請您稍等，我幫您查一下物流。"),
    ("抱歉让您久等了，包裹预计后天送达。", "抱歉讓您久等了，包裹預計後天送達。"),
    ("麻烦您报一下订单号，好吗？", "麻煩您報一下訂單號，好嗎？"),
    ("这个我处理不了。", "這個我處理不了。"),
    ("退款一般三到五天到账，请您留意。", "退款一般三到五天到賬，請您留意。"),
    ("我已经登记了，专员会联系您。", "我已經登記了，專員會聯繫您。"),
]
CUSTOMER = [
    ("我上周买的茶杯还没到", "我上週買的茶杯還沒到"),
    ("颜色不对，我要换一个", "顏色不對，我要換一個"),
    ('客服说"三天到"，骗人的吗', '客服說"三天到"，騙人的嗎'),
    ("那大概什么时候能到呢", "那大概什麼時候能到呢"),
    ("好的,谢谢", "好的,謝謝"),
    ("第一，杯子碎了\n第二，盖子少了", "第一，杯子碎了\n第二，蓋子少了"),
]
CANTONESE = ["我嘅單到咗未呀？", "喺邊度睇到㗎", "啲嘢爛咗，點算呀", "唔該晒你哋"]
GREETING, FAREWELL = AGENT[0], ("感谢您的来电，再见。", "感謝您的來電，再見。")

ROWS = 400
TURNS = 8


def transcript(script, customer=None):
    """400 turns of fifty calls; `script` is 0 for simplified, 1 for traditional."""
    header = (
        ["流水号", "序号", "说话人", "坐席", "开始秒数", "结束秒数", "内容"]
        if script == 0
        else ["contact_id", "index", "speaker", "agent", "start_s", "end_s", "text"]
    )
    speakers = ("坐席", "客户") if script == 0 else ("agent", "customer")
    names = [("林晓", "林曉"), ("陈一鸣", "陳一鳴"), ("赵岚", "趙嵐")]
    said = customer or [line[script] for line in CUSTOMER]
    rows = [header]
    for row in range(ROWS):
        call, turn = divmod(row, TURNS)
        by_agent = turn % 2 == 0 or turn == TURNS - 1
        line = GREETING if turn == 0 else FAREWELL if turn == TURNS - 1 else AGENT[(call * 5 + turn) % len(AGENT)]
        text = line[script] if by_agent else said[(call * 3 + turn) % len(said)]
        start = turn * 7 + call % 3
        name = names[call % len(names)][script]
        rows.append([f"T{1000 + call}", turn + 1, speakers[0 if by_agent else 1], name, start, start + 5, text])
    return rows


def encoded(rows, encoding, **dialect):
    text = io.StringIO(newline="")
    csv.writer(text, **{"lineterminator": "\n", **dialect}).writerows(rows)
    marks = {"utf-16-le-bom": ("utf-16-le", b"\xff\xfe"), "utf-16-be-bom": ("utf-16-be", b"\xfe\xff")}
    codec, mark = marks.get(encoding, (encoding, b""))
    return mark + text.getvalue().encode(codec)


def write_transcripts():
    folder = ROOT / "encodings"
    simplified = ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16-le", "utf-16-be", "utf-16-le-bom", "utf-16-be-bom"]
    for encoding in simplified:
        (folder / f"simplified.{encoding}.csv").write_bytes(encoded(transcript(0), encoding))
    for encoding in ["utf-8", "big5", "gb18030"]:
        (folder / f"traditional.{encoding}.csv").write_bytes(encoded(transcript(1), encoding))
    for encoding in ["utf-8", "big5hkscs"]:
        (folder / f"cantonese.{encoding}.csv").write_bytes(encoded(transcript(1, CANTONESE), encoding))


# Everything that a CSV writer has to think about.
CELLS = [
    ["流水号", "说话人", "内容", "备注"],
    ["A1", "坐席", "您好，请问有什么可以帮到您？", ""],
    ["A1", "客户", '他说"三天到"，结果没到', "a,b;c|d"],
    ["A2", "坐席", "第一行\n第二行", " 前后有空格 "],
    ["A2", "客户", '"整句带引号"', "it's"],
    ["A3", "坐席", "", '5" 的管子'],
    ["A3", "客户", "制表\t符", "反斜杠\\在这里"],
    ["A4", "坐席", '逗号,引号",换行\n全有', "=1+1"],
    ["A4", "客户", "再见", "最后一行"],
]

BACKSLASH = {"doublequote": False, "escapechar": "\\"}
DIALECTS = {
    "excel": {"lineterminator": "\r\n"},
    "excel-tab": {"delimiter": "\t", "lineterminator": "\r\n"},
    "unix": {"quoting": csv.QUOTE_ALL},
    # beside CR line ends Python writes a line feed in a cell without quotes: nobody could read that
    "cr-all": {"lineterminator": "\r", "quoting": csv.QUOTE_ALL},
    "semicolon-nonnumeric": {"delimiter": ";", "quoting": csv.QUOTE_NONNUMERIC},
    "pipe": {"delimiter": "|"},
    "apostrophe-all": {"quotechar": "'", "quoting": csv.QUOTE_ALL},
    "apostrophe-semicolon": {"quotechar": "'", "delimiter": ";", "quoting": csv.QUOTE_ALL, "lineterminator": "\r\n"},
    "backslash": BACKSLASH,
    "backslash-all-tab": {**BACKSLASH, "delimiter": "\t", "quoting": csv.QUOTE_ALL},
}


def write_dialects():
    folder = ROOT / "dialects" / "python"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "cells.json").write_text(json.dumps(CELLS, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for name, dialect in DIALECTS.items():
        (folder / f"{name}.csv").write_bytes(encoded(CELLS, "utf-8", **dialect))
    for encoding in ["utf-8-sig", "gb18030", "utf-16-le", "utf-16-be-bom"]:
        (folder / f"excel.{encoding}.csv").write_bytes(encoded(CELLS, encoding, lineterminator="\r\n"))


(ROOT / "encodings").mkdir(parents=True, exist_ok=True)
write_transcripts()
write_dialects()
