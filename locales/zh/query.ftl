# /query：管理员按话题、地方、时间、办理情况看意见。query-period-、query-before-、query-status-、query-by- 后面的部分由程序拼出来。
query-topic-title = 想看哪方面的意见？
query-all-topics = 全部话题

query-region-title = 看哪里的？数字是有几条。
query-all-places = 全部地方
query-whole = 整个{ $region }

query-period-title = 看多久以来的？
query-period-week = 近一周
query-period-month = 近一个月
query-period-three_months = 近三个月
query-period-year = 近一年
query-period-all = 全部时间
query-before-week = 再往前一周
query-before-month = 再往前一个月
query-before-three_months = 再往前三个月
query-before-year = 再往前一年
query-dates = { $from }至{ $to }

query-status-title = 看办到哪一步的？
query-status-all = 全部
query-status-open = 还没答复的
query-status-accepted = 有人接了、正在办的
query-status-answered = 已经答复的

query-count = { $entries } 条，{ $people } 人{ $mean ->
    [none] {""}
   *[other] ，平均 { $mean } 分（满分 5 分）
  }
query-count-before = { $period }：{ $entries } 条{ $mean ->
    [none] {""}
   *[other] ，平均 { $mean } 分（满分 5 分）
  }
query-count-erased = 其中 { $entries } 条，本人已删去原话
query-by-aspect = 说得最多：{ $list }
query-by-city = 按市：{ $list }
query-by-county = 按县：{ $list }
query-by-township = 按乡镇：{ $list }
query-by-village = 按村：{ $list }
query-rest = 其余 { $count }
query-quoted = “{ $words }”
query-list-comma = 、

query-empty = 这里还没有意见。换个话题、地方或者时间看看。
query-empty-words = 没找到说“{ $words }”的。换个词，或者把地方、时间放宽些再看。

query-search-title = 想找什么词？直接发过来，比如“药品”。最多 { $limit } 个字。

query-see-entries = 📝 看原话
query-change-topic = 换话题
query-change-region = 换地方
query-change-period = 换时间
query-change-status = 换状态
query-search = 🔎 搜词
query-search-clear = ✖ 不限词
query-back = ⬅ 返回
query-to-tally = ⬅ 回到汇总
query-previous = ◀ 上一页
query-next = 下一页 ▶
query-page = 第 { $page } 页，共 { $pages } 页，{ $entries } 条

query-entry-urgent = 🚨 很急
query-entry-township = 🔒 只给镇里看
query-entry-wish = 希望：“{ $words }”
query-entry-signed = 署名：{ $name }
query-entry-answer = 答复：“{ $words }”
query-entry-erased = 本人已删去原话
query-standing = 办理情况：{ $list }
