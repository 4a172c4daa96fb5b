import type { ProblemCategory } from '#db/vocabulary/tickets.ts'

interface Said {
  title: string
  problem?: string
  cause?: string
  solution: string
  /** Other words that people say for it. */
  also?: string
}

/** An answer in both languages; without categories it is about nothing special. */
export interface AnswerText {
  slug: string
  categories?: ProblemCategory[]
  zh: Said
  en: Said
}

/** What homeowners ask, the most asked first: a new company begins with these and makes them its own. */
export const publicAnswers: readonly AnswerText[] = [
  {
    slug: 'after-delivery',
    zh: {
      title: '家具送到以后，什么时候能装？',
      also: '安装时间 多久安装 什么时候来装 送货安装 组装',
      solution:
        '安装总在送货之后，最早是送到后的下一个时段。预约送货的时候，可以把安装一起约好，也可以收货以后再约。',
    },
    en: {
      title: 'When can furniture be installed after it is delivered?',
      also: 'install assemble assembly fitting when set up',
      solution:
        'Always after the delivery, from the next free time on. You can book the installation together with the delivery, or later, once it has arrived.',
    },
  },
  {
    slug: 'cabinet-door',
    categories: ['door'],
    zh: {
      title: '柜门关不严，自己能调吗？',
      also: '橱柜门 衣柜门 柜子门 柜门歪了 柜门松了 柜门下垂 门掉下来了 柜门掉了 门板脱落 关不上 关不拢 对不齐 门缝 合页松了 铰链松了 合页坏了',
      problem: '柜门关上以后有缝，一边高一边低，或者自己弹开。',
      cause: '门用久了会往下坠，铰链要重新调一调；柜子没有放平，门也会关不严。',
      solution:
        '多半可以。先把柜子放平稳，用十字螺丝刀拧铰链上靠外的那颗螺丝，一次半圈，边拧边看门缝。拧三四次还不行，或者螺丝拧不紧，请报修，不要硬拧。',
    },
    en: {
      title: 'A cabinet door does not close. Can I adjust it myself?',
      also: 'cupboard wardrobe door crooked hangs sags sagging drops off fell off loose hinge won’t shut does not shut misaligned gap',
      problem: 'The door leaves a gap, hangs lower on one side, or springs open again.',
      cause:
        'Doors sink a little with use and the hinge wants adjusting; a cabinet that does not stand level does the same.',
      solution:
        'Most of the time. Make sure the cabinet stands level, then turn the outer screw of the hinge with a cross-head screwdriver, half a turn at a time, watching the gap. If three or four turns don’t help, or the screw won’t hold, please report it rather than force it.',
    },
  },
  {
    slug: 'change-the-time',
    zh: {
      title: '约好了，临时要改时间怎么办？',
      also: '改期 改约 改日期 换时间 取消预约 推迟 提前',
      solution:
        '前一天傍晚装车以前，打开工单页，自己就能改期或取消；网上预约好的页面和邮件里都有链接。装车以后，请打服务热线，我们替您改。',
    },
    en: {
      title: 'I need to change the agreed time',
      also: 'reschedule postpone cancel booking appointment change date move visit',
      solution:
        'Until the van is loaded, late in the afternoon of the day before, you move or cancel it yourself on your ticket’s page; the link is in the confirmation and in our mail. After that, please call our service line and we change it for you.',
    },
  },
  {
    slug: 'how-soon',
    zh: {
      title: '报修以后，多久有人联系我？',
      also: '多久 什么时候联系 回电话 没人联系我 等多久',
      solution:
        '接听时间里，客服几分钟内就给您打电话；晚上报的，第二天一早打。电话里能解决的当时就解决，解决不了，和您约好时间再上门。',
    },
    en: {
      title: 'How soon will I hear from you after a report?',
      also: 'wait how long call back response reply nobody called',
      solution:
        'Within minutes while our phones are staffed; early the next morning if it came in at night. What can be solved on the phone is solved then; otherwise we agree a time and come.',
    },
  },
  {
    slug: 'danger',
    zh: {
      title: '家具快要倒、玻璃裂了，怎么办？',
      also: '要倒了 倾倒 危险 吊柜掉下来 玻璃碎了 玻璃裂开 玻璃门炸裂 台面裂了',
      problem: '柜子往前倾、吊柜往下坠、台面或玻璃裂开。',
      solution:
        '请先别用，让老人和孩子离远一点，能靠墙的靠墙。然后直接打服务热线，这类事我们最先处理。',
    },
    en: {
      title: 'Something could fall, or glass has cracked. What now?',
      also: 'danger dangerous falling tipping tips over shattered broken glass pane unsafe',
      problem:
        'A cabinet leans forward, a wall unit sags, a worktop or a pane of glass has cracked.',
      solution:
        'Please stop using it and keep children and older people away; lean it against a wall if that is safe. Then call our service line: we put those first.',
    },
  },
  {
    slug: 'stuck-drawer',
    categories: ['door'],
    zh: {
      title: '抽屉卡住了怎么办？',
      also: '抽屉拉不开 抽屉拉不动 抽屉关不上 抽屉掉轨 抽屉脱轨 抽屉推不进去 导轨 滑轨坏了 轨道',
      problem: '抽屉拉不出来、推不到底，或者推拉很涩。',
      cause: '多半是东西掉到了后面，或者滑轨里进了杂物、变了形。',
      solution:
        '先看看是不是东西卡在后面：把抽屉拉到头，往上一抬取下来，清一清滑轨里的东西再装回去。滑轨变形了、或者装回去还是卡，请报修，拍一张滑轨的照片给我们。',
    },
    en: {
      title: 'What can I do about a stuck drawer?',
      also: 'drawer jammed won’t open won’t close hard to pull runner rail slide off its track',
      problem: 'A drawer does not come out, does not close, or runs stiffly.',
      cause: 'Mostly something fell behind it, or the runners are dirty or bent.',
      solution:
        'Something may have fallen behind it: pull the drawer out as far as it goes, lift it off, clear the runners and put it back. If a runner is bent or it still sticks, please report it with a photo of the runner.',
    },
  },
  {
    slug: 'creaks-and-wobbles',
    categories: ['loose'],
    zh: {
      title: '床或椅子有响声、会摇晃？',
      also: '吱嘎 吱呀 咯吱 吱吱响 异响 响声 有声音 床响 床一动就响 椅子响 沙发响 晃 摇摇晃晃 晃动 不稳 松动 桌子晃 松了',
      problem: '床一翻身就响，椅子、桌子站不稳。',
      cause: '用了一段时间，连接的螺丝松了；也可能是地面不平。',
      solution:
        '多半是连接的螺丝松了。用内六角扳手把能看到的螺丝都紧一遍，再看看四只脚是不是都着地。还响、还晃，就别再用力压，请报修。',
    },
    en: {
      title: 'The bed or a chair creaks or wobbles',
      also: 'creak creaking squeak squeaks squeaky noise noisy wobbly wobbling shaky rocks unsteady loose table legs bed frame',
      problem: 'The bed creaks when you turn; a chair or a table does not stand firmly.',
      cause: 'Joining screws work loose with use, or the floor is uneven.',
      solution:
        'A screw has usually worked loose. Tighten every screw you can see with a hex key and check that all feet touch the floor. If it still moves, please don’t load it any more, and report it.',
    },
  },
  {
    slug: 'squeaking-door',
    categories: ['door', 'loose'],
    zh: {
      title: '门吱吱响，合页要上油吗？',
      also: '柜门 房门 门响 门吱嘎 门吱呀 咯吱 合页响 铰链响 合页生锈 开门有声音 关门有声音 异响 上油 润滑',
      problem: '门一开一关，合页（铰链）的地方吱吱响，声音越来越大。',
      cause: '合页里的润滑油干了、进了灰，或者螺丝松了，门往下坠，蹭到了门框。',
      solution:
        '1. 先看合页上的螺丝，松了的用螺丝刀拧紧，别太使劲。\n2. 用干布擦掉合页上的灰和锈，在轴上滴一两滴缝纫机油或喷一点润滑剂，来回开关十来下，再把流下来的油擦干净。\n3. 不要用食用油，时间长了会发粘。\n4. 带阻尼的合页里面是封住的，不用上油；拧紧以后还响，或者门蹭到门框、合页生锈断裂，请报修，拍一张合页的照片。',
    },
    en: {
      title: 'A door squeaks when it opens or closes',
      also: 'hinge hinges squeaking squeaky creak creaking creaky noise noisy oil grease lubricate cupboard cabinet wardrobe room door rusty',
      problem: 'The hinge squeaks each time the door moves, and louder by the week.',
      cause:
        'The hinge has run dry or dusty, or its screws are loose, so that the door has sunk and rubs on the frame.',
      solution:
        '1. Look at the screws of the hinge first and tighten loose ones with a screwdriver, gently.\n2. Wipe dust and rust off with a dry cloth, put a drop or two of sewing-machine oil or a little lubricant on the pin, move the door ten times, and wipe off what runs out.\n3. No cooking oil: it turns sticky.\n4. A soft-closing hinge is sealed and wants no oil. If it still squeaks with its screws tight, if the door rubs on the frame, or the hinge is rusted through, please report it with a photo of the hinge.',
    },
  },
  {
    slug: 'swollen-by-water',
    categories: ['surface'],
    zh: {
      title: '柜子泡了水、受潮鼓起来了？',
      also: '泡水 进水 漏水 水泡 鼓包 起鼓 鼓起来 膨胀 发胀 变形 发霉 受潮 潮湿 湿了 橱柜 水槽柜 柜门 柜体 柜脚 踢脚 地板 板材 起皮 开胶',
      problem: '水槽下、地面附近的柜板或柜门沾了水以后发胀、鼓包、边上起皮，门也关不上了。',
      cause: '板材的边或者接缝进了水，里面的木纤维吸水膨胀；漏水没有停，会越来越厉害。',
      solution:
        '1. 先把水源关掉、擦干积水，找到是哪里漏的；水管漏水请先找物业或水工。\n2. 把柜子里的东西搬出来，柜门打开通风，放在阴凉处慢慢晾一到两周。别用吹风机、暖气烤，会开裂。\n3. 刚起的小鼓包，干透以后多半会平一些，再看要不要换。\n4. 已经分层、起皮、发霉，或者承重的板变软了，请报修，拍一张整体、一张鼓起的地方，我们换板或换门。泡水一般不在保修内，要收费的会先和您说清楚。',
    },
    en: {
      title: 'A cabinet got wet and has swollen',
      also: 'cupboard swell swells swelled swelling wet water damage flood flooded leak leaking damp moisture mould mouldy bulge bulging bubbles warped peeling edge kitchen sink plinth floor board',
      problem:
        'After water stood on or under it, a panel or a door bulges, its edge peels, and the door no longer closes.',
      cause:
        'Water came in at an edge or a joint and the wood fibres drank it; while it still leaks, it gets worse.',
      solution:
        '1. Turn off the water, wipe up what stands there and find the leak; a pipe is a plumber’s matter and comes first.\n2. Take everything out, leave the doors open and let it dry slowly in the shade for a week or two. No hair dryer and no heater: the board would crack.\n3. A small fresh bulge mostly goes down as it dries; see then whether anything has to be replaced.\n4. Where the board comes apart, peels, is mouldy, or is soft where it carries weight, please report it with one photo of the whole and one of the swelling: we replace the panel or the door. Water damage is mostly not covered by the warranty; what it costs is agreed with you first.',
    },
  },
  {
    slug: 'torn-upholstery',
    categories: ['broken'],
    zh: {
      title: '沙发、软椅的皮面裂了、破了？',
      also: '沙发裂了 沙发皮 皮裂 裂开 开裂 裂口 裂缝 破皮 掉皮 脱皮 起皮 破洞 撕破 划破 开线 脱线 真皮 皮沙发 布艺 布沙发 坐垫 靠垫 软包 床头 猫抓',
      problem: '沙发或椅子的皮面开裂、掉皮，布面撕了口子，或者缝线脱开。',
      cause: '皮面太干、晒得太久会裂；尖的东西、宠物会划破；缝线在受力的地方磨断。',
      solution:
        '1. 先别坐、别拉那一块，也别用胶水和透明胶粘，会让裂口变大，还留胶印。\n2. 线头不要扯，用小剪刀剪短；掉皮的地方盖一块干净的布。\n3. 皮面离暖气和太阳远一点，用拧干的湿布擦，不用酒精和碱性清洁剂。\n4. 开线的，师傅能上门缝；皮面裂、布撕破的，要看大小，补或者换面。请报修，拍一张整体、一张裂口，旁边放一把尺或一枚硬币，我们先看照片，告诉您怎么修、要不要收费。',
    },
    en: {
      title: 'The cover of a sofa or chair is cracked or torn',
      also: 'couch settee armchair cushion upholstery leather fabric cloth crack cracks cracked cracking split rip ripped tear hole peeling flaking seam stitching came undone cat scratched headboard',
      problem: 'The leather has cracked or flakes, the cloth is torn, or a seam has come open.',
      cause:
        'Leather cracks where it is dry or stands in the sun; sharp things and pets tear it; a seam wears through where it is pulled most.',
      solution:
        '1. Don’t sit on it or pull at it there, and please no glue or tape: they make it larger and leave marks.\n2. Cut loose threads short rather than pull them; lay a clean cloth over what flakes.\n3. Keep leather away from heaters and the sun; wipe it with a damp cloth, without alcohol or strong cleaners.\n4. A seam we sew at your home. A crack or a tear is mended or gets a new cover, depending on its size: please report it with a photo of the whole and one of the place with a ruler or a coin beside it. We look at them first and tell you what can be done and whether it costs anything.',
    },
  },
  {
    slug: 'scratches-and-water-rings',
    categories: ['surface'],
    zh: {
      title: '桌面、柜面有划痕、水印、烫痕？',
      also: '划伤 刮花 刮痕 划花 印子 水渍 杯印 水圈 白印 烫印 热锅 污渍 脏了 擦不掉 掉漆 磕碰 茶渍 咖啡 台面 餐桌 茶几 家具表面',
      problem: '木面上有细划痕、杯子留下的水圈、热锅烫的白印，或者擦不掉的污渍。',
      cause: '水和热气进了漆面下面一薄层，就发白；硬的东西拖过，会留下划痕。',
      solution:
        '1. 先用拧干的软布顺着木纹擦，再用干布擦干。别用钢丝球、百洁布、酒精和漂白水。\n2. 刚有的白水圈，晾一两天常常会自己淡掉；不行，在不显眼的地方试过以后，用软布蘸一点家具蜡轻轻打圈。\n3. 漆面的细划痕，用同色的家具蜡笔填一下，再用布擦平。\n4. 摸得到沟、露出木头、漆面鼓起或烫黑的，自己磨会更明显：请报修，斜着光拍一张，我们看照片告诉您能不能上门修。石材和岩板台面的印子，也请先问我们。',
    },
    en: {
      title: 'Scratches, water rings or heat marks on a surface',
      also: 'scratch scratched stain stained stains ring rings mark marks white spot cup glass hot pot pan burn burnt table tabletop worktop desk varnish lacquer wood chipped chip dent spill coffee tea wine clean polish',
      problem:
        'Fine scratches in the wood, rings from cups, white marks from something hot, or a stain that stays.',
      cause:
        'Water or steam went into the topmost layer of the varnish, which turns white; hard things that are dragged leave scratches.',
      solution:
        '1. Wipe along the grain with a soft damp cloth, then dry it. No steel wool, no scouring pad, no alcohol, no bleach.\n2. A fresh white ring often fades by itself within a day or two. If it doesn’t, try a little furniture wax on a soft cloth, in small circles, first where nobody sees it.\n3. Fill a fine scratch with a wax stick of the same colour and rub it level.\n4. Where you can feel a groove, see bare wood, or the varnish has blistered or turned black, sanding makes it worse: please report it with a photo taken against the light, and we tell you whether it can be mended at your home. For stone worktops, please ask us first.',
    },
  },
  {
    slug: 'missing-parts',
    categories: ['missing'],
    zh: {
      title: '少了螺丝、配件，或者送错了？',
      also: '缺件 少件 漏发 少发 配件丢了 螺丝不够 缺螺丝 没有说明书 五金 把手 拉手 层板 发错 颜色不对 型号不对',
      problem: '装的时候发现少了螺丝、五金或一块板，或者和订的不一样。',
      solution:
        '1. 先看看包装的夹层、泡沫和别的箱子：小配件常常装在一个袋子里，粘在板子背面。\n2. 对一下箱子上的标签和送货单，看是不是还有一箱没到。\n3. 还是少，请报修，选“缺件或发错”，拍一张标签和已经有的配件。小配件我们直接寄给您；要现场换的，约好时间送到。\n4. 别的螺丝请先不要代替着拧，装错了不好拆。',
    },
    en: {
      title: 'Screws or parts are missing, or something is wrong in the box',
      also: 'missing part parts piece screw screws bolt hardware handle knob shelf fittings incomplete wrong item wrong colour instructions manual lost spare',
      problem:
        'While putting it together you find that screws, fittings or a panel are missing, or it isn’t what you ordered.',
      solution:
        '1. Look between the layers of the packing and in the other boxes: small parts are often in one bag taped to the back of a panel.\n2. Compare the labels on the boxes with the delivery note; perhaps one box is still to come.\n3. If something is missing, please report it, choose “A part is missing or wrong”, and take a photo of the label and of the parts you have. We post small parts to you; what has to be exchanged on the spot is brought at an agreed time.\n4. Please don’t use other screws instead; they are hard to get out again.',
    },
  },
  {
    slug: 'photos',
    zh: {
      title: '照片怎么拍最有用？',
      also: '拍照 上传照片 图片 发照片 照片太大',
      solution:
        '退一步拍一张整体，再靠近拍一张坏的地方，有标签的话也拍一张。最多 8 张，每张不超过 10 MB，苹果手机的照片可以直接传。照片里的位置信息我们会去掉。',
    },
    en: {
      title: 'Which photos help most?',
      also: 'photo picture image upload heic',
      solution:
        'One from a step back, one close up of the damage, and the label if there is one. Up to 8 photos of up to 10 MB each; photos from an iPhone are fine as they are. We remove the position from every photo.',
    },
  },
  {
    slug: 'cost',
    zh: {
      title: '上门要收费吗？',
      also: '多少钱 价格 费用 免费 保修 质保 收钱 上门费 维修费',
      solution:
        '保修期内、正常使用坏的，不收费。报修时写上订单号，我们能马上看到保修到哪天。要收费的，先和您说清楚，您同意了才动手。',
    },
    en: {
      title: 'Does a visit cost anything?',
      also: 'price charge fee free pay money guarantee warranty how much',
      solution:
        'Not within the warranty and under normal use. Give your order number in the report and we see at once how long the warranty runs. Anything chargeable is agreed with you before work begins.',
    },
  },
  {
    slug: 'ticket-number',
    zh: {
      title: '工单编号找不到了？',
      also: '工单号 单号 编号忘了 查不到 查进度',
      solution:
        '报修时留了邮箱的，编号在我们发的邮件里，点邮件里的链接就能看进度。没有留邮箱，请打服务热线，报手机号就能查。',
    },
    en: {
      title: 'I can’t find my ticket number',
      also: 'number lost forgot reference tracking find my ticket',
      solution:
        'If you gave an email address, the number is in our mail, and its link opens your ticket. If not, please call our service line; your phone number is enough to find it.',
    },
  },
  {
    slug: 'when-it-is-done',
    zh: {
      title: '修好以后要做什么？',
      also: '验收 签字 签名 评价',
      solution:
        '请您验收，没有问题再在师傅的手机上签字。签过的记录会放在工单页里。之后我们会问问您满不满意，一分钟就好。',
    },
    en: {
      title: 'What do I do when the work is done?',
      also: 'sign signature check accept finished done rating',
      solution:
        'Check it, and sign on the technician’s phone only if all is well. The signed record is kept on your ticket’s page. Afterwards we ask how it went; it takes a minute.',
    },
  },
]
