# "Me too": when somebody in the village has said something similar.
endorse-offer = Somebody in the village has said something similar. If that is what you mean, just press “Me too”:
endorse-me-too = 👍 Me too: no. { $n }
endorse-count = 👍 { $n } villagers say so too
endorse-count-some = 👍 A few villagers say so too
endorse-thanks = 👍 Noted, thank you.
endorse-will-hear = I'll tell you as soon as there is news.
endorse-too-late = That one has just been settled or taken back. Your card is still here.
endorse-mine = 👍 You endorsed ({ $n }):
endorse-news-accepted = 👀 “{ $about }”, which you endorsed, has been accepted and is being dealt with.
endorse-news-answered = 💬 “{ $about }”, which you endorsed, has an answer:
