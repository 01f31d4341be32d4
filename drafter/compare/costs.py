"""Every weight of the comparison, each with its reason. Change one only together with the measured scores."""

# ---- Figures: evidence that two figures are the same one (compare/evidence.py, compare/metrics.py) ----

NAME = 0.52  # the name is the most of it: what a figure is called says what it is
BEST_NAME = 0.7  # of four looks at the name (label, own clause, crosswise) the best counts most: either may be rewritten
UNTOLD = 0.5  # a name of common words only (其他, 办理案件) tells half as much as a rare one
TOLD_ENOUGH = 9.0  # three rare character pairs shared are name enough
AROUND = 0.13  # the rest of the sentence: a help where the name is short
TITLES = 0.06  # sections are renamed and figures move, so little
UNIT_SAME = 0.12  # 件 and 起
UNIT_LOOSE = 0.05  # 家 and 个: the noun permitting
ORDER = 0.04  # reports keep their order by and large; only to break ties
ENOUGH_HEAD = 3  # a clause of fewer telling characters before its figure borrows the clause before
ENOUGH_TAIL = 5  # a figure that so many characters follow (98个乡镇全覆盖) borrows no words from before the figure before it
LOOK_BACK = 3000  # characters: in a longer paragraph what stands further back rules no figure
OPENING = 8  # characters from the start of its sentence in which a word of time rules the sentences after it
TAIL = 16  # characters after a figure that still name it (37场庭审旁听)
PARENT = 0.16  # parts of the same total
PARENT_ELSEWHERE = 0.22  # parts of different totals: 其他 of one list is not 其他 of another
PARENT_ONE = 0.05  # part of a total here, on its own there: lists are rewritten, so little
NAMED = 0.06  # a name in quotation marks (“免申即享”) or a hotline that both bear
CLOSE = 0.1  # values within CLOSE_WITHIN (a natural logarithm: two fifths more, three tenths less) of each other
CLOSE_WITHIN = 0.35
CLOSE_LEAST = 50.0  # smaller counts are close by chance
COMPUTED = 0.2  # NEW states a change, and it leads from OLD's figure to NEW's: hardly chance
COMPUTED_LEAST = 50.0  # among smaller counts it may be
NEIGHBOUR = 0.09  # the figure before, or after, pairs with the figure before, or after: a list is kept whole
CONTRAST = 0.36  # words that exclude each other (受理/审结, 优秀/合格) outweigh a name that is otherwise the same
OTHER_PERIOD = 0.5  # five years and one year: only a level reached may be compared
STOCK_AND_NEW = 0.5  # 累计 and 新增 are never the same figure
STOCK_ALONE = 0.14  # 累计 here and nothing said there
NEW_ALONE = 0.05  # 新增 here and nothing said there
SHADE = 0.08  # 收到 here and 受理 there: often one count, but where a report has both they are two
REACH = 0.2  # 省本级 here and 全省 there
WHOLE_AND_PART = 0.1  # a total is no part, though a list may have become a sentence of its own
REST = 0.3  # 其他文件 is what the named ones leave, never all of them
ONE_OF_JOINED = 0.3  # 代表建议 is one of 代表建议和政协提案, which is the sum of both
JOINED_LEAST = 3  # characters: a shorter name (案件) ends many
ADMITTED_ALIKE = 0.15  # unless both bear the very same name (县级执法人员持证率)
ADMITTED = 0.35  # a figure that the problems admit is not one that the achievements claim
UNDONE = 0.5  # what is still to do (剩余) is never what was done
SWAPPED_KIND = 0.6  # the word says of which kind it is, in the same form (一般性, 均衡性)
SWAPPED = 0.15  # one word in the middle of the name is another (一般性, 均衡性): that word was chosen to tell them apart
OTHER_ROLE = 0.08  # 增长6.9% and a bare 6.9%: one side may have left the word out
OTHER_WAY = 0.15  # 增长 and 下降
VALUE = 0.04  # per factor e beyond VALUE_FREE: a figure seldom grows tenfold in a year
VALUE_FREE = 1.2  # a factor of about three is nothing strange
VALUE_MOST = 3.0
VALUE_EQUAL = 0.05  # the very same odd value (2751个) is hardly chance; figures of three digits and more
BASE = 0.3  # changes of figures that are one
BASE_ELSEWHERE = 0.2  # changes of figures of which one has another partner
GREW_BACK = 3  # figures before a stock among which what came new may stand
GREW_LEAST = 3  # a stock that was smaller tells nothing
GREW = 0.4  # OLD's figure and what NEW says came new make NEW's total: no chance
KNOWN_SAME = 0.45  # an office wrote both names into one row of its ledger: as good as a shared name, and above a CONTRAST
KNOWN_OTHER = 0.1  # both go by names of different rows: no proof, for a name may be short (立案数) and stand for another
OTHER_NAMES = 0.9  # of a row that one goes by, another name is like the other's: nearly as good as its own
FRAME_LEAST = 14  # characters: a sentence that is the same but for its numbers is the same statement, if it is one
CANDIDATE = 0.3  # below this a pair is no candidate
WORTH = 0.36  # evidence below this is worth no pair at all
CANDIDATES = 14  # a figure is weighed against so many at most, those that share the rarest words
HELD_BY = 200  # a word that more figures have finds nothing: reports of ordinary length have fewer figures
# Confidence: a logistic of the evidence and of how far the next best is behind, fitted by hand to annotated pairs.
SURE_AT = 0.47  # evidence at which a pair without a lead is even odds
SURE_STEEP = 14.0
SURE_MARGIN = 8.0  # a lead over the next best speaks for a pair, being behind it against
MARGIN_MOST = 0.25
TOLD = 0.5  # pairs above are told
SURE_FAR = 0.99  # of pairs whose values differ by more than VALUE_FREE only those so sure are told: of others most are wrong
DOUBTED = 0.49  # a pair that can only be asked about
PERHAPS = 0.33  # pairs between are shown as 存疑 and never subtracted

BRIDGED = 0.9  # over a year without it, a figure is joined to its series only where the pair is sure

# ---- Text: which units are one another's (compare/align.py) ----

PAIR_LIKE = 0.5  # half of both texts is the same: below, a reader sees another text, not an edited one
PAIR_NEAR = 0.4  # between the same two neighbours a little less will do: the place speaks for it
PAIR_BEHIND = 0.2  # a pair so much worse than the best of either unit is none: the best may have moved away
TITLE_LIKE = 0.75  # titles so much alike name the same part, though its text was rewritten
TITLE_SHORT = 4  # characters; a shorter title (总体情况 is the shortest) tells nothing
TITLE_LONG = 40  # characters; a longer first sentence is no title
MATTER_SHARE = 0.12  # share of rare words: two paragraphs speak of one matter (any two share 0.05 to 0.1)
MATTER_LEAD = 1.25  # and of no other so much: plans speak of the same matters as results, and share nearly as many
MATTER_WEIGHT = 0.25  # such a pair is told where it keeps the order, and never outvotes one that is alike
MOVE_LIKE = 0.6  # away from its place a text must be more than half the same
MOVE_KEPT = 0.5  # and half of it unmarked: of which less stays is read more easily as dropped and added
MOVE_SHORT = 20  # characters; a shorter line that stands elsewhere is another line, unless the text beside it moved too
BLOCK_LIKE = 0.5  # a line beside a moved one moves with it
WEIGHT_REPEATED = 0.3  # a short line that stands several times (其他) must not outvote a paragraph
WEIGHT_ROOTED = 0.001  # of a short line and a paragraph that swapped places the paragraph has moved
WEIGHT_FAR = 0.0005  # of equal candidates the one at the same height in the report
GAP_PAIRS = 900  # in a gap between sure pairs of at most 30 × 30 units each is held against each
LOOKUP_BEST = 6  # in larger ones each against so many that share its rarest words
LOOKUP_COMMON = 40  # character pairs that stand in more units tell nothing
EXACT_CELLS = 400_000_000  # cells of the table for equal units (one bit each): 50 MB; beyond, only units that stand once are sure

# ---- Words: what a reader sees marked inside a changed unit (compare/words.py, compare/tidy.py) ----

CLAUSE_LIKE = 0.5  # a clause of which less is kept is shown as replaced
CLAUSE_SURE = 6  # characters; shorter equal clauses (其中，) are no landmarks
CLAUSE_CELLS = 250_000  # clauses × clauses; beyond, only equal clauses are landmarks
CLAUSE_JOIN = 4.0  # characters that must be gained before one clause is held against two
FIGURE_FREE = 0.85  # clauses are held together with their figures masked; the figures themselves tell the rest
TOKEN_CELLS = 250_000  # tokens × tokens for diff-match-patch (0.2 s); beyond, a faster and less choosy way
ISLAND = 3  # an unchanged piece of so few characters between two rewritten ones is chance (的, 工作)
ISLAND_MOST = 6  # a longer unchanged piece always stays: it is something that a reader recognises
ISLAND_SHARE = 0.5  # a middling one is chance too if it is less than half of the smaller change beside it
CLAUSE_KEPT = 0.35  # a clause of which less than this stays unmarked is replaced as a whole
UNIT_KEPT = 0.1  # a unit of which less stays is read as another text
UNIT_SEEN = 40  # characters: of a shorter one every piece is seen at a glance

# ---- Stale (compare/stale.py) ----

SAME_SUBJECT = 0.45  # 连续三年 of the same honour: nearly half of the words around it are shared
SAME_MEETING = 0.6  # 第三次 of the same meeting: its name is most of the clause
SAME_SENTENCE = 0.7  # a sentence with the same date that is much like last year's
SMALL_COUNT = 10  # counts under ten repeat by chance (出台规章1件): they are told with the fixed ones
THIN = 24  # weight of an equal figure that chance may explain
UPDATED = 20  # less pressing: a figure of the same sentence was updated
STANDING_LENGTH = 8  # a repeated clause of fewer characters is no expression worth counting

# ---- Problems and plans (compare/problems.py, compare/plans.py, compare/ground.py, compare/targets.py) ----

LEADS = 0.45  # the lead sentence names a problem
WHOLE = 0.25  # its details are rewritten more freely
CROSS = 0.30  # what one names in its lead, the other may tell in its details
TOPIC = 0.15  # both leads name one matter (基层执法力量), in whatever words
RECURS = 0.2  # above this a problem is the same one reworded
FAINT = 0.13  # above this too, where nothing else in either report is half as like it
FAINT_LEAD = 2.0
AIMED_LEAST = 1.0  # a clause with a target promises that
PROMISE_LEAST = 8.0  # a clause with fewer than three rare character pairs promises nothing to look for
MENTIONED = 0.45  # so much of a promise's weight in one or two clauses: it is spoken of
PLAINLY = 0.6  # so much: the thing itself is named
WIDE = 0.92  # two neighbouring clauses together name a thing a little less plainly than one
TOO_COMMON = 60  # clauses: a character pair that stands in more finds nothing
LOOKED_AT = 6  # clauses that share most rare pairs with a promise: the one that answers is among them
RUN = 0.15  # a long run of the same characters names the thing (行政复议委员会)
RUN_FULL = 8  # characters
TARGET_LIKE = 0.5  # a figure less like a target than this does not report on it
THING = 3  # character pairs: a name of four characters that two changes share
MATTER_LIKE = 0.75  # names so much alike are of one matter, though every word of them is common
THROUGH = 0.55  # by way of last year's own figure: fair evidence
NEAR = 0.1  # a figure near its target
NEAR_WITHIN = 0.5  # a natural logarithm: two thirds more, two fifths less
NEAR_ENOUGH = 0.4  # of that: a third more or a quarter less
TARGET_FLOW = 0.2  # 净增176家 does not report on 突破900家
QUOTED = 0.25  # a name in quotation marks that the target's sentence and the figure share (“一件事一次办”)
SAME_WAY = 0.15  # two changes the same way (压减20%, 下降31.4%): the name of the second stands further off
ONLY_ONE = 0.5  # the one figure of a target's unit that ends in a word of its name: fair evidence, no more
OBJECT_LEAST = 6  # characters: a thing of so long a name that stands word for word is that thing
OBJECT = 0.9  # and where it is said to be built, it is named as plainly as this
OTHER_KIND = 0.85  # a clause without the word for what is promised (办法, 平台) names it less plainly
SHORT_PROMISE = (
    20.0  # a clause of so few rare pairs (公布典型案件) is answered only where the sentence speaks of the plan's matter
)
SHORT_WHOLE = 0.8  # said so nearly whole, it needs no other word
THING_NAME = 20  # characters before 平台, 中心 that may be its name
OTHER_NAME = 0.4  # so much of the promised name, and a thing of the same kind goes by another
RARE = 0.75  # a character pair so much of the weight of one that stands only once is rare
UNCOMMON = 0.6  # a word so much of that weight is not what every sentence says (执法, 案件)
RARE_SHARED = 2  # so many of them make a word that two figures share
HEADING = 30  # characters: a heading that is longer, or has a figure, says what was done
EVIDENCE = 3  # passages shown at most
PASSAGE = 130  # characters: a longer sentence is shown only in the clauses around what answers

# ---- Findings (compare/findings.py, compare/drafts.py) ----

LACKING = 2  # clauses of a plan named as told otherwise or not at all
LABEL = 60  # characters of a name told in a message
BESIDE_FIGURE = 2  # characters changed with a figure (共 before it) that need no finding of their own
WORDING_GAP = 4  # unchanged characters that do not part two changes of wording
PASSAGE_LEAST = 8  # characters dropped or added alone: a passage and no wording
PASSAGE_MOVED = 0.8  # a dropped and an added passage so much alike are one that moved
FIGURE_CLAUSE = 24  # characters of a passage that its figure tells well enough
CONTEXT = 6  # characters shown beside a change of one

MOVE_TOLD = 0.7  # a factor of 1.6, or 7 points: told for information
MOVE_FAR = 1.0  # a doubling or a halving, or 10 points: to be verified
ADVERSE = 0.5  # points, places or tenths that a figure went the wrong way: told
ADVERSE_FAR = 1.0  # so far: to be verified
MOVE_ECHO = 0.9  # a move that only repeats a larger one beside it: for information
MOVE_POINTS = 10.0
