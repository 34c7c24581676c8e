# 发到村委频道的周报。念出来要像人话。
digest-title-weekly = { $region }一周意见 · { $dates }
digest-title-twice_monthly = { $region }这一期意见 · { $dates }
digest-title-daily = { $region }一天意见 · { $dates }
digest-title-interim-weekly = { $region }本周到现在的意见 · { $dates }
digest-title-interim-twice_monthly = { $region }这一期到现在的意见 · { $dates }
digest-title-interim-daily = { $region }今天到现在的意见 · { $dates }
digest-dates = { $from }至{ $to }

digest-quiet-weekly = 这一周没有新意见。大家有话，随时来说。
digest-quiet-twice_monthly = 这一期没有新意见。大家有话，随时来说。
digest-quiet-daily = 这一天没有新意见。大家有话，随时来说。
digest-quiet-interim-weekly = 本周到现在还没有新意见。大家有话，随时来说。
digest-quiet-interim-twice_monthly = 这一期到现在还没有新意见。大家有话，随时来说。
digest-quiet-interim-daily = 今天到现在还没有新意见。大家有话，随时来说。

digest-total = { $submissions } 条，{ $people } 位村民（{ $before }）
digest-before-weekly = 上周 { $count } 条
digest-before-twice_monthly = 上一期 { $count } 条
digest-before-daily = 前一天 { $count } 条
digest-before-interim-weekly = 上周这时候 { $count } 条
digest-before-interim-twice_monthly = 上一期这时候 { $count } 条
digest-before-interim-daily = 昨天这时候 { $count } 条

digest-aspects = 说得最多：{ $aspects }
digest-comma = ，
digest-satisfaction = 满意度：{ $faces }，平均 { NUMBER($mean, minimumFractionDigits: 1, maximumFractionDigits: 1) } 分（满分 5 分）

digest-newest = 新意见
digest-quote = “{ $quote }”
digest-colon = ：
digest-urgency-now = 🚨 很急
digest-urgency-this_month = 📅 这个月要办
digest-direct = 🔒 别转给村里
digest-more = 还有 { $count } 条。
digest-more-answered = 还有 { $count } 条也答复了。

digest-answered = 大家说 → 我们做
digest-open = { $overdue ->
    [0] 还没办完 { $count } 件，都没有超期
   *[other] 还没办完 { $count } 件，超期 { $overdue } 件：{ $longest }{ $more ->
        [0] { "" }
       *[other] 等
    }
}
digest-overdue = { $case }（超 { $days } 天）
digest-responded = 按时受理 { $count }/{ $of }
digest-resolved = 已答复 { $count }/{ $of }
digest-confirmed = （村民说解决了 { $count }，还没回话 { $silent }）
digest-satisfied = 满意 { $count }/{ $of }
digest-go-through = 📋 逐条办理
digest-unknown = 别的
