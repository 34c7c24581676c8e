# What is posted in the committee's channel.
digest-title-weekly = { $region }: a week of feedback · { $dates }
digest-title-twice_monthly = { $region }: feedback · { $dates }
digest-title-daily = { $region }: a day of feedback · { $dates }
digest-title-interim-weekly = { $region }: so far this week · { $dates }
digest-title-interim-twice_monthly = { $region }: so far this period · { $dates }
digest-title-interim-daily = { $region }: so far today · { $dates }
digest-dates = { $from } to { $to }

digest-quiet-weekly = No new suggestions this week. People are welcome any time.
digest-quiet-twice_monthly = No new suggestions in this period. People are welcome any time.
digest-quiet-daily = No new suggestions that day. People are welcome any time.
digest-quiet-interim-weekly = No new suggestions so far this week. People are welcome any time.
digest-quiet-interim-twice_monthly = No new suggestions so far in this period. People are welcome any time.
digest-quiet-interim-daily = No new suggestions so far today. People are welcome any time.

digest-total = { $submissions ->
    [one] { $submissions } suggestion
   *[other] { $submissions } suggestions
} from { $people ->
    [one] { $people } person
   *[other] { $people } people
} ({ $before })
digest-before-weekly = { $count } last week
digest-before-twice_monthly = { $count } in the period before
digest-before-daily = { $count } the day before
digest-before-interim-weekly = { $count } by this time last week
digest-before-interim-twice_monthly = { $count } by this time in the period before
digest-before-interim-daily = { $count } by this time yesterday

digest-aspects = Most named: { $aspects }
digest-comma = , {""}
digest-satisfaction = Satisfaction: { $faces }, { NUMBER($mean, minimumFractionDigits: 1, maximumFractionDigits: 1) } of 5 on average

digest-newest = New suggestions
digest-quote = “{ $quote }”
digest-colon = : {""}
digest-urgency-now = 🚨 urgent
digest-urgency-this_month = 📅 this month
digest-direct = 🔒 not for the village
digest-more = And { $count } more.
digest-more-answered = And { $count } more were answered.

digest-answered = You said → we did
digest-open = { $overdue ->
    [0] { $count } still open, none overdue
   *[other] { $count } still open, { $overdue } overdue: { $longest }{ $more ->
        [0] { "" }
       *[other] { " " }and others
    }
}
digest-overdue = { $case } ({ $days ->
    [one] { $days } day
   *[other] { $days } days
} over)
digest-responded = Accepted in time { $count } of { $of }
digest-resolved = Answered { $count } of { $of }
digest-confirmed = { " " }({ $count } fixed in the residents' word, { $silent } have not said)
digest-satisfied = Satisfied { $count } of { $of }
digest-go-through = 📋 Go through them one by one
digest-unknown = Something else
