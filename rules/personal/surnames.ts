/** Surnames that begin few other words, so that a word of two or three characters with one of them is most likely a name. */
const SURNAMES = new Set(
  "王李张刘陈杨赵吴周徐孙胡朱郭何罗宋郑谢韩唐冯曹彭曾萧肖潘袁蔡蒋余于杜戴魏薛吕苏卢姜崔钟谭陆汪范廖韦贾邹熊孟秦阎侯邓傅沈姚叶尹郝邵龚黎贺梁董".split(
    "",
  ),
)
const DOUBLE = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐)/u

/** Words that begin like a name and are none. */
const WORDS =
  /^(?:王[国府法牌码者]|李子|张[贴榜]|陈[旧述列年醋]|杨[树梅]|周[边末日围期转报刊年一二三四五六]|孙[子女]|胡[同乱]|何[时处地况种为]|曾[经用]|余[额热]|于[是]|杜[绝]|谢[谢绝]|罗[列]|陆[地路运上]|范[围例]|钟[点]|苏[打]|唐[装]|沈[阳]|叶[片子]|贺[卡信]|董[事]|梁[柱]|秦[皇岭]|潘多|姜[茶])/u
/** What an office is written to about: a word that holds one of these names a matter. */
const MATTERS =
  /[水电路灯房税费医保学校考粮田地树垃圾站桥网信息办局院厂店楼街巷村镇乡县市区门口车客运航警消防环境噪音物业供暖气安全社险款贷补贴证照政务服]/u

/** Whether a word by itself is most likely somebody's name. */
export const isLikelyName = (word: string): boolean => {
  if (!/^\p{Script=Han}{2,4}$/u.test(word)) return false
  if (DOUBLE.test(word)) return word.length >= 3
  const [first = ""] = word
  return word.length <= 3 && SURNAMES.has(first) && !WORDS.test(word) && !MATTERS.test(word.slice(1))
}

/** Whether a word begins with a surname. */
export const beginsLikeName = (word: string): boolean => SURNAMES.has(word.charAt(0)) || DOUBLE.test(word)
