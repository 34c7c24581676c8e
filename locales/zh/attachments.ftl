# 附件：语音、照片、位置，点一下再看、再听。
attachment-show = 📎 附件
attachment-gone = 有的附件找不到了，对不住。
attachment-coming = 照片还在取，等一会儿再点一次。
