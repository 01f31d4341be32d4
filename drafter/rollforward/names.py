"""Who is named: leaders behind their office, and firms. Offices change hands, so every name is asked for again."""

import re
from collections.abc import Iterator

from drafter.text.normalize import fold

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐"
    "费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮"
    "蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴陆"
    "荣翁荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印"
    "宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹"
    "习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾沙鞠丰巢关蒯相查后荆红游"
    "竺权逯盖益桓公肖涂代付覃占丘闫佘仝修初由牟布商苟佟官佴佰鹿伦况昝"
)
_OFFICE = r"(?:书记|市长|县长|区长|省长|州长|旗长|盟长|镇长|乡长|主任|局长|主席|部长|厅长|院长|检察长|秘书长)"
_NAME = rf"[{_SURNAMES}][一-鿿]{{1,2}}?"
# What may stand behind a name: its own list keeps 市长高度重视 and 书记任组长 from being read as names.
_AFTER = (
    "同志|亲自|多次|先后|主持|出席|带头|认真|担任|兼任|任组长|任主任|为组长|为主任|率队|率先|带队|作出|作了|深入|参加|召集|牵头|专题|分别|到|赴|就|对|在"
    "|围绕|听取|严格|切实|坚持|履行|组织|签署|批示|强调|要求|讲话|指出|审定|研究|等|逐[件案个项一]|以(?![来下内前后及]|上(?!率下))|全年|年内|每[月周季年]|现场|出庭|定期|调度|部署|分管|主抓|挂帅|包[案保联]|走访|调研|督导|接访|会见|讲授|授课|主讲|致辞|陪同|协调|推动|审[签阅]|[，、。；：,;:）)]|\\Z"
)
_NAMED = re.compile(rf"{_OFFICE}(?P<name>{_NAME})(?={_AFTER})")
_COMRADE = re.compile(
    rf"(?<=[，、。；：,;:由以])(?P<name>{_NAME})(?=同志(?!为(?:核心|总书记)))"
)  # a set phrase, no leader of this office
_NO_NAME = re.compile(
    "高度|高位|安排|全[面程年市县区省力体]|应当|严格|时常|常态|常务|于[是此]|关[于心]|经常|应邀|向[市县省全社]|任[组主职期]|文件|相关|都[能要]|双[组主]"
    "|成员|时任|连续|包[案抓联保]|从严|强调|通过|明确|广泛|和|国家|东部|公开|党委|党组|平均|卫生|席会|解决|管理|支持|充分|会"
)
_TITLE = re.compile(rf"[一-鿿]{{0,10}}{_OFFICE}\Z")
_TITLE_START = re.compile(r"^.*(?:以|由|在|聘请|经|是|和|请)(?=[市县区省州乡镇][委政长人])")
_FIRM = re.compile(
    r"(?:聘请|协助|指导|支持|帮助|委托|会同|联合|与|由|对|向|为|、)(?P<name>[一-鿿（）()]{3,24}?(?:律师事务所|有限(?:责任)?公司|集团公司))"
)


def leaders(text: str) -> Iterator[tuple[int, int, str]]:
    """The leaders named as (start, end, office): 市委书记 before a name."""
    folded = fold(text)
    for pattern in (_NAMED, _COMRADE):
        for hit in pattern.finditer(folded):
            start, end = hit.span("name")
            if not _NO_NAME.match(hit["name"]) and not _NO_NAME.match(folded[start : start + 2]):
                yield start, end, _office(folded[:start])


def unnamed(text: str) -> str:
    """The text without the names of leaders in it."""
    for start, end, _ in sorted(leaders(text), reverse=True):
        text = text[:start] + text[end:]
    return text


def firms(text: str) -> Iterator[tuple[int, int, str]]:
    """The firms named as (start, end, kind): those whom last year's work happened to be done with."""
    for hit in _FIRM.finditer(fold(text)):
        start, end = hit.span("name")
        yield start, end, "律师事务所名称" if hit["name"].endswith("律师事务所") else "企业名称"


def _office(before: str) -> str:
    """The office right before a name, without the words that lead to it; 领导 where none stands there."""
    hit = _TITLE.search(before)
    return _TITLE_START.sub("", hit.group()) if hit else "领导"
