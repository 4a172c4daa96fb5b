/** The crew's phone: the day without network, the home screen, signing out. */
export default {
  kept: {
    asOf: 'From the phone, as of {{when}}',
    asOfText: 'It updates by itself when there is a network.',
    newer: 'There is a new version. Finish writing, then open it again.',
    again: 'Open again',
    phone: 'This phone',
    day: 'Today’s stops were saved to this phone at {{when}}. They open without a network, too.',
    noPictures: 'The phone is nearly full: some pictures were not saved.',
    full: 'The phone is full: today’s stops were not saved. Free some space, then open this page again.',
    install:
      'You can put this on the home screen and open it like any other app: choose “Add to Home Screen” or “Install app” in the browser’s menu.',
    installNow: 'Put it on the home screen',
    signOut: {
      leaving: 'Sending and signing out…',
      unsent_one:
        'One thing is not sent yet, so you can’t sign out now. It is sent by itself once there is a network; sign out after that.',
      unsent_other:
        '{{count}} things are not sent yet, so you can’t sign out now. They are sent by themselves once there is a network; sign out after that.',
      unreached: 'There is no network, so you can’t sign out now. Try again when there is.',
    },
    offline: {
      pageTitle: 'No network',
      title: 'This page is not on the phone',
      text: 'There is no network. Today’s stops are on the phone and open; this page needs the network.',
      today: 'Open today’s stops',
      again: 'Try again',
    },
  },
}
