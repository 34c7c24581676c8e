# 村民随口一句话像是在说哪方面：每一项的常用词，用逗号隔开。只用来排序和预选，不替人决定。
words-healthcare-medicines = 药, 药品, 降压药, 买药, 断药, 拿药, 药房, 缺药, 开药
words-healthcare-doctors = 医生, 大夫, 看病, 医术, 护士, 村医, 坐诊
words-healthcare-clinic = 卫生室, 卫生院, 诊所, 设备, 医院, 床位
words-healthcare-insurance = 报销, 医保, 合疗, 新农合, 医药费, 住院费
words-healthcare-referral = 转诊, 转院, 大医院
words-healthcare-chronic_care = 高血压, 糖尿病, 慢病, 慢性病, 家庭医生, 血压
words-healthcare-emergency = 急救, 救护车, 120, 抢救
words-healthcare-checkups = 体检, 义诊, 检查身体, 疫苗

words-schooling-teachers = 老师, 教师, 师资, 教学, 班主任, 代课
words-schooling-school_bus = 校车, 接送, 上学路, 路远
words-schooling-boarding = 住校, 寄宿, 宿舍, 食堂
words-schooling-costs = 学费, 书本费, 补课费, 校服, 乱收费, 收费
words-schooling-class_size = 大班, 班级人数, 人太多, 挤
words-schooling-kindergarten = 幼儿园, 托儿, 托育, 幼师, 学前班
words-schooling-left_behind = 留守, 爸妈不在, 父母打工
words-schooling-city_schooling = 随迁, 进城上学, 学籍, 入学, 学位, 学区, 划片, 小学, 中学, 学校

words-elder_care-day_care = 日间照料, 照料中心, 活动室, 老年活动
words-elder_care-meals = 助餐, 食堂, 吃饭, 午饭, 送饭, 老年餐
words-elder_care-home_help = 上门, 保姆, 护理, 照顾, 打扫
words-elder_care-care_homes = 养老院, 敬老院, 养老
words-elder_care-checkups = 老人体检, 老年体检
words-elder_care-pension = 养老金, 补贴, 低保, 高龄, 养老保险, 退休金, 五保
words-elder_care-living_alone = 独居, 空巢, 孤寡, 一个人住, 没人管
words-elder_care-barrier_free = 扶手, 防滑, 轮椅, 台阶, 电梯
