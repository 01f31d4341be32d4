"""The English of every error that the rooms raise in Chinese: messages and hints, {} for what is put in.

tests/cli/test_cli_english.py reads every `raise` of the package and fails where a row is missing here.
"""

from drafter.cli.phrases import translate

KNOWN = "Formats read: .docx, .doc, .wps, .html, .txt"
SAVE_AS = "Save it as .docx in WPS or Word and try again"

MESSAGES: dict[str, str] = {
    # files.py, office/package.py
    "输出文件与输入文件相同，不能覆盖输入文件": "the output is an input file, which is never overwritten",
    "这是一个文件夹，不能作为输出文件": "this is a folder, not an output file",
    "所在文件夹不存在": "its folder does not exist",
    "文件已存在，未覆盖": "the file exists and was not overwritten",
    "同一文件被指定为输出两次": "the same file is named as output twice",
    "不能写入（{}）": "cannot be written ({})",
    # pipeline.py
    "不认识的输出格式": "unknown output format",
    "年度报告稿只能写为 .docx": "a draft can only be written as .docx",
    "数据表只能写为 .xlsx": "the figures can only be written as .xlsx",
    "复核意见只能从 .docx、.xlsx 或 .json 读回": "opinions are read back from .docx, .xlsx or .json only",
    "不是可读取的 .json 文件": "not a readable .json file",
    # read/__init__.py
    "文件不存在": "no such file",
    "这是文件夹，不是文件": "this is a folder, not a file",
    "文件是空的": "the file is empty",
    "文件中没有文字": "the file holds no text",
    "文件超过 {} MB，不像是报告": "the file is larger than {} MB, which no report is",
    "无法打开文件（{}）": "cannot be opened ({})",
    "不是文本，也不是已知格式": "neither text nor a known format",
    # read/sniff.py
    "暂不支持读取 PDF": "PDF is not read yet",
    "暂不支持读取 OFD": "OFD is not read yet",
    "暂不支持读取 OpenDocument": "OpenDocument is not read yet",
    "暂不支持读取单文件网页（.mht）": "single-file web pages (.mht) are not read",
    "Word XML 文档暂不支持": "Word XML documents are not read",
    "这是图片，不是文本": "this is a picture, not text",
    "这是压缩包": "this is an archive",
    "过早的 Word 格式（6.0 以前）": "a Word format older than 6.0",
    "这是 Excel 表格，不是报告": "this is an Excel workbook, not a report",
    "这是 PowerPoint 演示文稿，不是报告": "this is a PowerPoint presentation, not a report",
    # read/opc.py, read/word.py, read/html.py
    "文件已损坏，无法作为 Word 文档读取": "the file is damaged and cannot be read as a Word document",
    "压缩包已损坏": "the archive is damaged",
    "文件已加密，无法读取": "the file is encrypted and cannot be read",
    "文件解压后超过 {} MB，已停止读取": "the file unpacks to more than {} MB; reading was stopped",
    "网页标签嵌套过深，无法完整读取": "the page is nested too deeply to be read whole",
    # read/legacy.py
    "不是 Word 文档，或文件已损坏": "not a Word document, or damaged",
    "文件设有打开密码，无法读取": "the file has a password and cannot be read",
    "旧版 Word 格式，本机未安装 LibreOffice，无法转换": "an old Word format, and LibreOffice, which would convert it, is not installed",
    "LibreOffice 未能转换该文件": "LibreOffice could not convert the file",
    "LibreOffice 无法启动，不能转换旧版 Word 格式": "LibreOffice does not start, so the old Word format cannot be converted",
    "LibreOffice 在 {} 秒内未能转换完成": "LibreOffice did not finish converting within {} seconds",
    # parse/prescribed.py
    "未能从提纲中识别标题": "no heading was found in the outline",
    # rollforward/, fill/
    "未能从上年报告中识别年度，无法确定新报告的年度": "last year's report names no year, so that of the new one is not known",
    "上年稿尚有{}处未填写，不宜作为底稿": "last year's text still has {} open places and will not do as a base",
    "不是 drafter 生成的稿件，文中没有待填控件": "not a draft made by drafter: it holds no open places",
    "找不到模板文件": "no such template",
    "模板文件无法读取": "the template cannot be read",
    "不是 Word 模板（.docx），或文件已损坏": "not a Word template (.docx), or damaged",
    "模板占用内存过多，已停止": "the template took too much memory and was stopped",
    "模板运行过久，已停止": "the template ran for too long and was stopped",
    "模板中有不允许的写法（在“{}”处）": "the template holds something that is not allowed (at “{}”)",
    "模板中有不允许的写法": "the template holds something that is not allowed",
    "模板标记写法有误（在“{}”处）": "a tag of the template is wrong (at “{}”)",
    "模板标记写法有误": "a tag of the template is wrong",
    "模板中的字段“{}”无法识别（在“{}”处），是否为“{}”": "the template has an unknown field “{}” (at “{}”), did you mean “{}”",
    "模板中的字段“{}”无法识别，是否为“{}”": "the template has an unknown field “{}”, did you mean “{}”",
    "模板中的字段“{}”无法识别（在“{}”处）": "the template has an unknown field “{}” (at “{}”)",
    "模板中的字段“{}”无法识别": "the template has an unknown field “{}”",
    "模板无法套用（在“{}”处）": "the template cannot be used (at “{}”)",
    "模板无法套用": "the template cannot be used",
    "模板没有写出标题": "the template does not write the title",
    "模板没有写出“{}”一类的段落（如“{}”）": "the template leaves out paragraphs of the kind “{}” (such as “{}”)",
    # settings.py
    "写法不符合 TOML": "not well-formed TOML",
    "不是 UTF-8 编码的文本": "not text in UTF-8",
    "units 应写成 [[units]]，每个单位一段": "units are to be written as [[units]], one part each",
    "“{}”不能作计量单位": "“{}” cannot be a unit",
    "“{}”已是计量单位，不必另加": "“{}” is a unit already",
    "same_as 和 dimension 应写且只写一项": "give either same_as or dimension, and not both",
    "same_as 不是已知的计量单位：“{}”": "same_as is no known unit: “{}”",
    "没有“{}”这一 dimension": "there is no dimension “{}”",
    "directions 应写成 [directions]，下列 positive、negative、neutral": "directions must be a table [directions] with positive, negative, neutral",
    "这是一个文件夹": "this is a folder",
    "本次比对没有这一类事项：{}": "findings of this kind are not made between these reports: {}",
    "三份以上报告只能写为 .xlsx 或 .json": "three reports or more are written as .xlsx or .json only",
    "“{}”应为一组文字": "“{}” must be a list of texts",
    "“{}”写了两次": "“{}” is listed twice",
    "不认识的项“{}”": "unknown entry “{}”",
    "“{}”应为文字": "“{}” should be text",
    # codec.py, render/
    "应为{}，实为{}": "expected {}, found {}",
    "不是可读取的 .xlsx 文件": "not a readable .xlsx file",
    "不是可读取的 .docx 文件": "not a readable .docx file",
    "不是完好的 Word 文件（.docx）": "not a sound Word file (.docx)",
}

HINTS: dict[str, str] = {
    "请用 WPS 或 Word 打开（可选择修复）并另存为 .docx 后重试": "Open it in WPS or Word (let it repair the file), save it as .docx and try again",
    "请在 WPS 或 Word 中“另存为” .docx 后重试": SAVE_AS,
    "请检查文件权限，并确认这不是文件夹": "Check its permissions, and that it is not a folder",
    "请用 Word 或 WPS 另存为 .docx 后再试": SAVE_AS,
    "可先用随附的模板，再逐步修改": "Begin with the template that came with drafter and change it step by step",
    "模板只能取用字段、循环和判断": "A template may only use fields, loops and conditions",
    "请检查花括号与百分号是否成对，if、for 是否各有 endif、endfor": "Check that braces and percent signs come in pairs, and that each if and for has its endif and endfor",
    "可用的字段有{}，正文循环中有{}": "Fields: {}; in the loop over the body: {}",
    "模板正文中应有 {{ 标题 }}": "The body of the template needs {{ 标题 }}",
    "正文循环应为每类段落写出 {{ 段.文字 }}，并以 else 收尾": "The loop over the body must write {{ 段.文字 }} for every kind of paragraph and end with else",
    "请先填写并确认，再生成下年度初稿": "Fill and confirm it first, then make next year's draft",
    "请用 drafter draft 生成的 .docx 稿件": "Use a .docx that `drafter draft` made",
    "请用“一、”“（一）”“1.”标明标题，每个标题单独成段，再重新生成": "Number its headings in the usual way, each in a paragraph of its own, and try again",
    "请用 --year 指明新报告的年度，如 --year 2025": "Name the year of the new report, for example --year 2025",
    "请换一个文件名": "Choose another file name",
    "请写明文件名": "Name the file itself",
    "请先建立文件夹，或换一个位置": "Make the folder first, or choose another place",
    "确需覆盖的，请加 --force": "Add --force to overwrite it",
    "请确认有写入权限、磁盘未满，且文件未在 Word 或 WPS 中打开": "Make sure that you may write there, that the disk is not full and that the file is not open in Word or WPS",
    "可用：{}": "Choose one of {}",
    "请把扩展名改为 .docx": "Change the suffix to .docx",
    "请把扩展名改为 .xlsx": "Change the suffix to .xlsx",
    "请检查路径和文件名": "Check the path and the name",
    "请给出其中一份报告的路径": "Name one report in it",
    "请确认已保存，或重新获取该文件": "Make sure that it was saved, or fetch it again",
    "请确认报告不是扫描图片，并已保存": "Make sure that the report is not a scan and was saved",
    "请删去图片等无关内容后重试": "Take out pictures and the like and try again",
    "请检查文件权限，或是否正被其他程序占用": "Check its permissions, and whether another program holds it",
    "可读取：.docx、.doc、.wps、.html、.txt": KNOWN,
    "请使用该报告的 Word、WPS 或网页版本": "Use the Word, WPS or web version of the report",
    "请提供 Word、网页或文本格式的报告；可读取：.docx、.doc、.wps、.html、.txt": f"Give the report as Word, web page or text. {KNOWN}",
    "请提供 Word、网页或文本格式的报告": "Give the report as Word, web page or text",
    "请用 WPS 或 Word 打开并另存为 .docx 后重试": SAVE_AS,
    "请解压后提供其中的报告": "Unpack it and give the report inside",
    "请在浏览器中另存为 .html 后重试": "Save it as .html in a browser and try again",
    "请取消打开密码后重试": "Remove the password and try again",
    "请取消密码并另存为 .docx 后重试": "Remove the password, save it as .docx and try again",
    "请确认文件来源，或删去无关内容后重试": "Check where the file comes from, or take out what does not belong and try again",
    "请将正文另存为 .docx 或 .txt 后重试": "Save the body as .docx or .txt and try again",
    "请确认文件由本工具生成且未经改动": "Make sure that drafter made the file and nobody changed it",
    "请使用本工具生成的对照表或数据表": "Use a table or sheet that drafter made",
    "应为事项编号的列表": "It should be a list of the ids of findings",
    "请使用本工具生成的对照表格": "Use a sheet that drafter made",
    "请使用本工具生成的对照表": "Use a table that drafter made",
    "请用 WPS 或 Word 打开后另存为 .docx": SAVE_AS,
    "每项一行，文字加英文双引号；写法见 docs/units.md": "One entry a line, text in straight double quotes; see docs/units.md",
    "请用 UTF-8 编码另存": "Save it as UTF-8",
    "请检查文件权限": "Check its permissions",
    "写法见 docs/units.md": "See docs/units.md",
    "请检查文件名和路径": "Check its name and folder",
    "其他形式请逐对比对": "Compare two reports for other forms",
    "写法见 docs/pairing.md": "See docs/pairing.md",
    '写作 {} = ["…"]': 'Write {} = ["…"]',
    "每个指标只列在一个方向下": "List each figure under one direction",
    "name 应为8个字以内的单位名称，不含数字、空格和标点": "A name has at most 8 characters and no digits, blanks or marks",
    "请删去这一段": "Take this part out",
    "同于已有单位的写 same_as，否则写 dimension": "Write same_as where it counts the same as a known unit, else dimension",
    "是否为“{}”": "Did you mean “{}”?",
    "文字应加英文双引号": "Put text in straight double quotes",
}  # fmt: skip


def message_in_english(chinese: str) -> str:
    """The message; Chinese as it is where the table has no row."""
    return translate(chinese, MESSAGES) or chinese


def hint_in_english(chinese: str) -> str:
    """The advice; Chinese as it is where the table has no row."""
    return translate(chinese, HINTS) or chinese
