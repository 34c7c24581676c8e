# /privacy：留着什么、带走、全删。要念得顺口，一屏不超过 120 个字。
privacy-kept = 您在这里留着：{ $list }。
privacy-cards = { $cards } 张意见卡
privacy-draft = 1 张没填完的
privacy-attachments = { $attachments } 份照片、语音或位置
privacy-comma = 、
privacy-villages = 村子：{ $list }
privacy-villages-more = 等 { $count } 个
privacy-consented = 您是 { $day }同意的。
privacy-promise = 只有办事的人和管理员看得到，您不说，名字就不露。留两年，随时能删。服务器在国外。
privacy-nothing = 您在这里什么也没留下。
privacy-export = 📦 给我一份
privacy-erase = 🗑 全部删掉

privacy-erase-sure = 真要全删吗？您说过的话、照片、语音和名字都会删掉，找不回来；还没办完的，也就不再办了。只留下不带名字的数字。
privacy-erase-yes = 🗑 对，全删掉
privacy-erase-no = ⬅ 先不删

privacy-erased = 都删好了，只剩下不带名字的数字。哪天还想说，发 /start 就行。
privacy-erased-quoted = 给别人看过的、带着您的话的消息，正在一条条改掉。发了很久的照片和语音可能删不了；别人自己写的、转走的，我管不到。
