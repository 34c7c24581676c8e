# 村里有人说过类似的，可以跟一句“我也是”。不给看原话。
endorse-offer = 村里有人说过类似的。也是这个意思，点“我也是”就行：
endorse-me-too = 👍 第 { $n } 条，我也是
endorse-count = 👍 { $n } 位村民也这么说
endorse-count-some = 👍 几位村民也这么说
endorse-thanks = 👍 记下了，谢谢您。
endorse-will-hear = 办得怎么样，有动静我马上告诉您。
endorse-too-late = 那一条刚刚办完了，或是收回了。您这张还在，请接着看。
endorse-mine = 👍 您说过“我也是”的（{ $n } 条）：
endorse-news-accepted = 👀 您说过“我也是”的“{ $about }”，有人接了，正在办。
endorse-news-answered = 💬 您说过“我也是”的“{ $about }”有答复：
