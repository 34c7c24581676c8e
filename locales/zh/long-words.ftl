# What was too long for one message of Telegram came in several
long-words-joined = 📎 您刚才那段长话，连成一段了。
