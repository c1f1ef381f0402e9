// 每票之后算出各选项的票数和百分比。可以返回什么：docs/scripts.md
// Votes and percentages after each tap. What may be returned: docs/scripts.md

/** outTrackId → userId → dish. 模块保持加载，变量也就一直在；保存文件后从卡片的数据重新开始。 */
const votesOf = new Map();

/** Cards remembered; the oldest are forgotten first. */
const most = 500;

/** @param {{ callback: any, card?: any }} event */
export default function tally({ callback, card }) {
  const { dish } = callback.params;
  // Nothing returned: not for this script. The tap is left to somebody else.
  if (card === undefined || typeof dish !== 'string') return undefined;

  const dishes = JSON.parse(card.cardParamMap.dishes ?? '[]');
  if (!dishes.some(({ id }) => id === dish)) {
    return { fail: { code: 400, message: `没有这个选项：${dish}` } };
  }

  const votes = votesFor(card);
  votes.set(callback.userId, dish);

  const count = (id) => [...votes.values()].filter((voted) => voted === id).length;
  const percent = (id) => Math.round((100 * count(id)) / votes.size);
  return {
    answer: {
      cardData: {
        title: `周五中午吃什么（${votes.size} 人已投）`,
        dishes: dishes.map((one) => ({
          ...one,
          note: `${count(one.id)} 票 · ${percent(one.id)}%`,
        })),
      },
      // 自己投了什么，只有自己看得到 / one's own vote is seen by oneself alone
      userPrivateData: { voted: dish },
    },
  };
}

/** What was voted so far: remembered, else as the card itself tells. */
function votesFor({ outTrackId, privateData }) {
  const known = votesOf.get(outTrackId);
  if (known) return known;
  const told = Object.entries(privateData)
    .map(([userId, { voted }]) => [userId, voted])
    .filter(([, voted]) => voted);
  const votes = new Map(told);
  votesOf.set(outTrackId, votes);
  if (votesOf.size > most) votesOf.delete(votesOf.keys().next().value);
  return votes;
}
