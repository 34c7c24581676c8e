# 村民随口一句话像是在说哪方面：每一项的常用词，用逗号隔开。只用来排序和预选，不替人决定。
words-healthcare-medicines = 药, 药品, 降压药, 胰岛素, 买药, 断药, 拿药, 药房, 缺药, 开药, 没药, 没有药
words-healthcare-doctors = 医生, 大夫, 医术, 护士, 村医, 坐诊
words-healthcare-clinic = 设备, 床位, 器械, 破旧, 漏雨, 简陋, 没有暖气
words-healthcare-insurance = 报销, 医保, 合疗, 新农合, 医药费, 住院费
words-healthcare-referral = 转诊, 转院, 大医院
words-healthcare-chronic_care = 高血压, 糖尿病, 慢病, 慢性病, 家庭医生, 血压
words-healthcare-emergency = 急救, 救护车, 120, 抢救
words-healthcare-checkups = 体检, 义诊, 检查身体, 疫苗
words-healthcare-something_else = 卫生室, 卫生院, 诊所, 医院, 看病

words-schooling-teachers = 老师, 教师, 师资, 教学, 班主任, 代课
words-schooling-school_bus = 校车, 接送, 上学路, 路远
words-schooling-boarding = 住校, 寄宿, 宿舍, 食堂
words-schooling-costs = 学费, 书本费, 补课费, 校服, 乱收费, 收费
words-schooling-class_size = 大班, 班级人数, 人太多, 挤
words-schooling-kindergarten = 幼儿园, 托儿, 托育, 幼师, 学前班
words-schooling-left_behind = 留守, 爸妈不在, 父母打工
words-schooling-city_schooling = 随迁, 进城上学, 学籍, 入学, 学位, 学区, 划片
words-schooling-something_else = 学校, 小学, 中学, 上学, 学生, 孩子

words-elder_care-day_care = 日间照料, 照料中心, 活动室, 老年活动
words-elder_care-meals = 助餐, 食堂, 吃饭, 午饭, 送饭, 老年餐
words-elder_care-home_help = 上门, 保姆, 护理, 照顾, 打扫
words-elder_care-care_homes = 养老院, 敬老院
words-elder_care-checkups = 老人体检, 老年体检
words-elder_care-pension = 养老金, 补贴, 低保, 高龄, 养老保险, 退休金, 五保
words-elder_care-living_alone = 独居, 空巢, 孤寡, 一个人住, 没人管
words-elder_care-barrier_free = 扶手, 防滑, 轮椅, 台阶, 电梯
words-elder_care-something_else = 老人, 老年人, 养老, 老伴

words-other-street_lights = 路灯, 太黑, 照明, 灯不亮, 灯坏
words-other-roads = 修路, 路不平, 路烂, 路坏, 坑洼, 泥路, 土路, 桥, 水泥路, 硬化
words-other-water = 自来水, 停水, 吃水, 水管, 水井, 浇地, 水渠
words-other-power = 停电, 没电, 电费, 用电, 电线, 电压, 变压器
words-other-waste = 垃圾, 污水, 臭, 厕所, 下水道
words-other-land = 土地, 征地, 宅基地, 耕地, 承包, 占地
words-other-accounts = 村务, 公开, 账目, 财务, 公示, 集体的钱
words-other-neighbours = 邻居吵, 纠纷, 打架, 太吵, 噪音
words-other-something_else = 坏了没人修, 村委会, 广场, 网络, 信号, 庄稼

# 听着像有人出事了：先给急救电话。后一行是听着像、其实不是的。
words-emergency = 晕倒, 晕过去, 昏倒, 昏迷, 昏过去, 喘不上气, 喘不过气, 上不来气, 没气了, 快来人, 救命, 胸口疼, 胸口痛, 胸痛, 心口疼, 心梗, 脑梗, 中风了, 大出血, 血流不止, 抽搐, 不省人事, 叫不醒, 着火了, 起火了, 失火了, 煤气中毒, 煤气漏, 漏煤气, 一氧化碳, 喝农药, 喝了农药, 自杀, 不想活, 上吊, 跳楼, 跳河, 触电, 落水, 溺水, 快不行了, 快死了, 要死了
words-emergency-harmless = 防溺水, 防煤气中毒, 预防煤气中毒, 预防脑梗, 防触电, 穷得要死了, 热得要死了, 累得要死了, 冷得要死了, 气得要死了, 贵得要死了, 烦得要死了, 难得要死了
words-greeting = 你好, 您好, 你们好, 大家好, 早上好, 上午好, 中午好, 下午好, 晚上好, 在吗, 在不在, 有人吗, 哈喽, 嗨, 喂, 啊, 呀
words-thanks = 谢谢, 多谢, 感谢, 谢谢你, 谢谢您, 谢谢你们, 谢谢大家, 谢了, 麻烦了, 辛苦了, 好的, 了, 啊, 您, 你
