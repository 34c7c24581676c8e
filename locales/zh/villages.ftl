# 我的村：老家、关注的村、发到私聊的通报。
villages-heading = 🏘 这些是您的村，点一个看看。
villages-speaking = 下一件说的是{ $village }。
villages-add = ➕ 再加一个村
villages-ask =
    这里是{ $village }。

    是您常惦记的村，还是以后就算您的村？
villages-follow = 👀 也关注它
villages-followed = 👀 { $village }关注上了。下面说的还是原来那个村的事，要说它的，点“换个村”。
villages-make-home = 🏠 以后这是我的村
villages-once = ✍️ 就说这一次
villages-is-home = 这是您的村。
villages-is-followed = 您关注着这个村。
villages-speak = ✍️ 说这个村的事
villages-unfollow = ✖️ 不再关注
villages-digest-on = 🔔 每周通报发给我
villages-digest-off = 🔕 通报不用发了
villages-digest-comes = 🔔 通报会发给您。
villages-too-many = 最多关注 { $n } 个村。先去掉一个，再加新的。
villages-digest-title = { $village }的通报 · { $dates }
villages-digest-few = 这段日子说话的人不到 { $n } 位。人少，数字就不报了，免得猜出是谁。
villages-digest-total = { $people } 位村民说了 { $submissions } 条。
villages-digest-answered = 大家说 → 村里做：这里面已经答复 { $count } 条。
villages-digest-fixed = 村民自己说解决了的有 { $count } 条。
villages-digest-settings = ⚙️ 这个村
