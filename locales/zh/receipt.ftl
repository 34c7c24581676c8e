# 回执图片：存在手机里，扫一扫就能看办到哪一步。
receipt-picture-button = 🖼 存成图片
receipt-picture-title = 意见回执
receipt-picture-use = 扫一扫，看办到哪一步
receipt-picture-caption = 🖼 长按图片就能存进手机。
