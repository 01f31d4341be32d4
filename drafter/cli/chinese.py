"""The Chinese of click's own words: the help page and the complaints about wrong usage.

Click takes its words from gettext, which wants compiled catalogues; a table that a person can read does the same here.
The rows hold for click 8.1 to 8.5; a test provokes each complaint and fails where one stays English.
"""

from drafter.cli.phrases import translate

HEADINGS: dict[str, str] = {
    "Options": "选项",
    "Commands": "命令",
    "Positional arguments": "参数",
}

COMPLAINTS: dict[str, str] = {
    "Missing argument '{}'. {}": "缺少参数 {}（{}）",
    "Missing argument '{}'.": "缺少参数 {}",
    "Missing option '{}'. {}": "缺少选项 {}（{}）",
    "Missing option '{}'.": "缺少选项 {}",
    "Missing command.": "缺少命令",
    "No such command '{}'. Did you mean '{}'?": "没有“{}”这个命令，是否为 {}？",
    "No such command '{}'. (Did you mean one of: {}?)": "没有“{}”这个命令，是否为下列之一：{}？",
    "No such command '{}'.": "没有“{}”这个命令",
    "No such option '{}'. Did you mean '{}'?": "没有“{}”这个选项，是否为 {}？",
    "No such option: {} Did you mean {}?": "没有“{}”这个选项，是否为 {}？",
    "No such option '{}'. (Did you mean one of: {}?)": "没有“{}”这个选项，是否为下列之一：{}？",
    "No such option: {} (Possible options: {})": "没有“{}”这个选项，是否为下列之一：{}？",
    "No such option '{}'.": "没有“{}”这个选项",
    "No such option: {}": "没有“{}”这个选项",
    "Option '{}' requires an argument.": "选项 {} 后面缺少内容",
    "Option '{}' does not take a value.": "选项 {} 后面不应有内容",
    "Got unexpected extra argument ({})": "多出参数 {}",
    "Got unexpected extra arguments ({})": "多出参数 {}",
    "Invalid value for '{}': '{}' is not one of {}.": "选项 {} 的值“{}”不对，只能是 {} 之一",
    "Invalid value for '{}': '{}' is not a valid integer range.": "{} 应为整数，“{}”不是",
    "Invalid value for '{}': '{}' is not a valid integer.": "{} 应为整数，“{}”不是",
    "Invalid value for '{}': {} is not in the range {}.": "{} 的值 {} 不在范围 {} 内",
    "Invalid value for '{}': {}": "{} 的值不对：{}",
    "Invalid value: {}": "值不对：{}",
}


def heading_in_chinese(english: str) -> str:
    """A heading of the help page."""
    return HEADINGS.get(english, english)


def complaint_in_chinese(english: str) -> str:
    """A complaint about wrong usage; what is no row of the table (our own words) stays as it is."""
    return translate(english, COMPLAINTS) or english
