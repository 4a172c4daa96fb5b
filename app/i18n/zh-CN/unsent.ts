export default {
  unsent: {
    count_other: '{{count}} 条还没发出',
    text: '不会丢，有网会自动发出。',
    send: '现在发送',
    sending: '正在发送…',
    signIn: '登录',
    held: {
      signedOut: '不会丢，登录后发出。',
      someoneElse: '不会丢，请用您自己的账号登录后发出。',
    },
    theirs_other: '同事有 {{count}} 条还没发出',
    theirsText: '留在这部手机上，等他在这里登录后发出。',
    refused_other: '有 {{count}} 条没有收下',
    dismiss: '知道了',
    mark: '还没发出',
    notKept: {
      full: '手机存储满了，这条没有存上。请腾出一些空间再点一次，您写的都还在。',
      tooBig: '照片超过 10 MB，没有存上。请用小一点的尺寸重拍。',
      unable: '这个浏览器存不了东西（比如无痕窗口）。请换普通窗口打开。',
    },
    photoTooBig: '“{{name}}”没有存上：超过 10 MB。请用小一点的尺寸重拍。',
  },
}
