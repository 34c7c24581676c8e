# 答复时附的照片：村委会发，村民看。
answer-photos-may-follow = 有照片，就回复这一条发来，五分钟内都行。
answer-photos-with-it = 📷 附了 { $n } 张照片。还有就接着回复。
answer-photos-wait = 📷 照片收到 { $n } 张。再回复这一条，写句答复，就一起转给村民。
answer-photos-too-many = 一次答复最多 { $most } 张照片，前面的都转给村民了。
answer-photos-show = 📷 看答复的照片
answer-photos-news = 📷 { $receipt } 的答复附的照片。
answer-photos-open = 🔎 看这一件
