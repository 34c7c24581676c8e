# 还没同意、还没选村，就先说了事：不打断，补上缺的，再接着用那句话。
first-words-village = 好，您这句我给您留着。先告诉我是哪个村的，说完就接上。
first-words-agree = 好，您这句我给您留着。点一下“好，开始”，就接上。
first-words-offer =
    { $n ->
        [1] 您刚才说的这句，就当意见记下来吗？
       *[other] 您刚才说的这 { $n } 句，就当意见记下来吗？
    }
first-words-yes = ✅ 就记这些
first-words-other = ✍️ 说别的
