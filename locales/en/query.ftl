# /query: an administrator looks at feedback by topic, place, time and status. What follows query-period-, query-before-,
# query-status- and query-by- is put together by the program.
query-topic-title = Which topic would you like to see?
query-all-topics = All topics

query-region-title = Which place? The numbers say how many entries it has.
query-all-places = All places
query-whole = All of { $region }

query-period-title = How far back?
query-period-week = Past week
query-period-month = Past month
query-period-three_months = Past three months
query-period-year = Past year
query-period-all = All time
query-before-week = The week before
query-before-month = The month before
query-before-three_months = The three months before
query-before-year = The year before
query-dates = { $from } to { $to }

query-status-title = How far along?
query-status-all = All of them
query-status-open = Not answered yet
query-status-accepted = Accepted, being worked on
query-status-answered = Answered

query-count = { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
  }, { $people ->
    [one] 1 person
   *[other] { $people } people
  }{ $mean ->
    [none] {""}
   *[other] , { $mean } of 5 on average
  }
query-count-before = { $period }: { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
  }{ $mean ->
    [none] {""}
   *[other] , { $mean } of 5 on average
  }
query-count-erased = In { $entries } of them people have erased their words
query-by-aspect = Named most: { $list }
query-by-city = By city: { $list }
query-by-county = By county: { $list }
query-by-township = By township: { $list }
query-by-village = By village: { $list }
query-rest = others { $count }
query-quoted = “{ $words }”
query-list-comma = {", "}

query-empty = Nothing here yet. Try another topic, place or time.
query-empty-words = Nobody said “{ $words }” here. Try another word, or a wider place or time.

query-search-title = Which word are you looking for? Just send it, “medicine” for example. At most { $limit } characters.

query-see-entries = 📝 Read them
query-change-topic = Change topic
query-change-region = Change place
query-change-period = Change time
query-change-status = Change status
query-search = 🔎 Find a word
query-search-clear = ✖ Any words
query-back = ⬅ Back
query-to-tally = ⬅ Back to the counts
query-previous = ◀ Previous
query-next = Next ▶
query-page = Page { $page } of { $pages }, { $entries } entries

query-entry-urgent = 🚨 urgent
query-entry-township = 🔒 for the township only
query-entry-wish = Hopes for: “{ $words }”
query-entry-signed = Signed: { $name }
query-entry-answer = Answer: “{ $words }”
query-entry-erased = The person has erased their words
query-standing = How things stand: { $list }
