# 意见卡：话题、方面、满意度。键名由卡片定义（src/cards）拼出来。
topic-healthcare = 看病吃药
topic-schooling = 孩子上学
topic-elder_care = 老人照护
topic-other = 别的事
topic-healthcare-short = 医疗
topic-schooling-short = 教育
topic-elder_care-short = 养老
topic-other-short = 别的事

aspect-healthcare-medicines = 药品不全
aspect-healthcare-doctors = 医生少
aspect-healthcare-clinic = 诊室设备旧
aspect-healthcare-insurance = 报销难
aspect-healthcare-referral = 转诊麻烦
aspect-healthcare-chronic_care = 慢性病没人管
aspect-healthcare-emergency = 急救
aspect-healthcare-checkups = 体检义诊
aspect-healthcare-something_else = 别的

aspect-schooling-teachers = 老师
aspect-schooling-school_bus = 路远没校车
aspect-schooling-boarding = 住校
aspect-schooling-costs = 费用
aspect-schooling-class_size = 班太大
aspect-schooling-kindergarten = 幼儿园托育
aspect-schooling-left_behind = 留守孩子
aspect-schooling-city_schooling = 进城上学
aspect-schooling-something_else = 别的

aspect-elder_care-day_care = 日间照料
aspect-elder_care-meals = 吃饭难
aspect-elder_care-home_help = 上门帮忙
aspect-elder_care-care_homes = 养老院
aspect-elder_care-checkups = 体检
aspect-elder_care-pension = 养老金补贴
aspect-elder_care-living_alone = 独居老人
aspect-elder_care-barrier_free = 家里防滑扶手
aspect-elder_care-something_else = 别的

aspect-other-street_lights = 路灯
aspect-other-roads = 路不好走
aspect-other-water = 吃水用水
aspect-other-power = 用电
aspect-other-waste = 垃圾污水
aspect-other-land = 土地
aspect-other-accounts = 村里的账
aspect-other-neighbours = 邻里的事
aspect-other-something_else = 别的

satisfaction-5 = 很满意
satisfaction-4 = 满意
satisfaction-3 = 一般
satisfaction-2 = 不满意
satisfaction-1 = 很不满意

urgency-can_wait = 不急
urgency-this_month = 这个月
urgency-now = 很急，现在就要

case-status-submitted = 还没人接
case-status-accepted = 正在办
case-status-answered = 答复了
case-status-withdrawn = 村民收回了
case-status-erased = 村民删掉了
