# 意见卡：问题、选项、按钮。选项的键名由卡片定义（src/cards）拼出来。
question-about = 是关于谁的？
question-aspects = 哪些地方要改进？可以选几项。
question-satisfaction = 总的来说，您满意吗？
question-first_visit = 看病先去哪里？
question-travel_time = 路上要多久？
question-stage = 孩子上到哪一级？
question-distance = 离学校多远？
question-lives_with = 老人跟谁住？
question-help_missing = 缺哪样帮手？可以选几项。
question-words = 您自己说说看：打字、发语音、照片（最多 5 张）或位置都行。
question-wish = 怎么做，才最管用？打字或发语音。
question-urgency = 急不急？
question-visibility = 给谁看？

about-me = 我自己
about-child = 孩子
about-elder = 家里老人
about-neighbour = 邻居
about-village = 全村

first_visit-village = 村里
first_visit-township = 镇上
first_visit-county = 县城
first_visit-further = 更远
travel_time-under_15_min = 一刻钟以内
travel_time-under_30_min = 半小时以内
travel_time-under_60_min = 一小时以内
travel_time-over_60_min = 一小时以上

stage-kindergarten = 幼儿园
stage-primary = 小学
stage-middle = 初中
stage-high = 高中
distance-under_1_km = 一公里以内
distance-under_3_km = 三公里以内
distance-under_10_km = 十公里以内
distance-over_10_km = 十公里以上

lives_with-alone = 一个人
lives_with-spouse = 跟老伴
lives_with-children = 跟儿女
lives_with-grandchildren = 带孙辈
lives_with-care_home = 养老院
help_missing-cooking = 做饭
help_missing-housework = 打扫洗衣
help_missing-bathing = 洗澡
help_missing-medicine = 吃药看病
help_missing-going_out = 出门
help_missing-company = 说说话

visibility-committee = 村干部看，不署名
visibility-committee_named = 村干部看，署我的名
visibility-township = 不给村里看，直接交镇里

line-about = 关于谁：
line-aspects = 哪些地方：
line-satisfaction = 满意吗：
line-first_visit = 先去哪里：
line-travel_time = 路上多久：
line-stage = 上到哪级：
line-distance = 离学校：
line-lives_with = 跟谁住：
line-help_missing = 缺的帮手：
line-words = 您的话：
line-wish = 盼着：
line-urgency = 急不急：
line-visibility = 给谁看：

card-next = 下一步 ➡
card-back = ⬅ 返回
card-skip = 跳过
card-finish = ⏩ 就这些，去提交
card-submit = ✅ 提交
card-change = ✏️ 改一处
card-discard = 🗑 不提了
card-discarded = 好，这张不要了。
card-review-title = 请看一遍 · { $topic }
card-change-title = 要改哪一处？
card-list-comma = 、
card-got-voice = 🎤 语音 { $n } 段
card-got-photos = 📷 照片 { $n } 张
card-got-place = 📍 位置
card-emergency =
    🚨 要是人有危险，先打 120 叫救护车，或打 110 报警。
card-pick-one = 请先选一项。
card-moved-on = 这一步已经过了，请看现在这一题。
card-is-over = 这张卡已经结束了。
card-too-many-photos = 照片最多 5 张，前面的都收到了。
card-takes-words-and-media = 这一题我收文字、语音、照片和位置。
card-takes-words = 这一题我收文字和语音。
card-press-a-button = 这一题请点下面的按钮。
