/** By kind of entry and word: the bends that are refused. What is not named is accepted, for it does not matter to that entry. */
export const refusals: Record<string, Record<string, string>> = {
  allocate: {
    second_person_required:
      'a fen more, a fen less, the day before, the day after, another paper, the paper of another payment, no paper, another entry undone, ' +
      'another act of the same person, by another officer, by the approver, by the accepter, by who gains, by another cashier, by another leader, ' +
      'the approver as second, who gains as second, the coordinator as second, next door as second, another as second',
    move_unknown: 'a payout that is held, a payout that is paid, a claim that is none, no second person, the maker twice',
    paper_used: 'its paper in an earlier entry of the kind',
    maker_left: 'the post just over, the post not yet',
    post_required: 'the second post just over, the second post not yet',
  },
  deposit: {
    move_unknown:
      'a payout that is held, a payout that is paid, a claim that is none, no paper, the maker twice, the approver as second, who gains as second, ' +
      'the coordinator as second, next door as second, another as second',
    paid_on_wrong: 'the day after',
    paper_used: 'its paper in an earlier entry of the kind',
    CHECK: 'another entry undone',
    post_required: 'by another officer, by another leader, the post just over, the post not yet',
  },
  identify: {
    second_person_required:
      'a fen more, the day before, the day after, another paper, the paper of another payment, no paper, another entry undone, ' +
      'another act of the same person, by another officer, by the approver, by the accepter, by who gains, by another cashier, by another leader, ' +
      'the approver as second, who gains as second, the coordinator as second, next door as second, another as second',
    move_unknown: 'a fen less, a payout that is held, a payout that is paid, a claim that is none, no second person, the maker twice',
    paper_used: 'its paper in an earlier entry of the kind',
    maker_left: 'the post just over, the post not yet',
    post_required: 'the second post just over, the second post not yet',
  },
  reserve: {
    move_unknown:
      'a fen more, a fen less, no payout, a claim that is none, another paper, the paper of another payment, over the other channel, ' +
      'another act of the same person, by the approver, by another leader, the maker twice, the approver as second, who gains as second, ' +
      'the coordinator as second, next door as second, another as second, another sum granted, no explanation owed',
    already_granted: 'a payout that is held, a payout that is paid',
    paid_on_wrong: 'the day before, the day after',
    CHECK: 'another entry undone',
    post_required: 'by another officer, by the accepter, by who gains, by another cashier, the post just over, the post not yet',
  },
  release: {
    place_overdrawn: 'a fen more',
    move_unknown:
      'a fen less, a payout that is held, a payout that is paid, no payout, a claim that is none, another paper, the paper of another payment, ' +
      'over the other channel, another act of the same person, by the approver, by another leader, the maker twice, the approver as second, ' +
      'who gains as second, the coordinator as second, next door as second, another as second',
    paid_on_wrong: 'the day before, the day after',
    CHECK: 'another entry undone',
    post_required: 'by another officer, by the accepter, by who gains, by another cashier, the post just over, the post not yet',
  },
  'release of one stage': {
    place_overdrawn: 'a fen more',
    move_unknown:
      'a fen less, a payout that is held, a payout that is paid, no payout, a claim that is none, another paper, the paper of another payment, ' +
      'over the other channel, another act of the same person, by the approver, by another leader, the maker twice, the approver as second, ' +
      'who gains as second, the coordinator as second, next door as second, another as second',
    paid_on_wrong: 'the day before, the day after',
    CHECK: 'another entry undone',
    post_required: 'by another officer, by the accepter, by who gains, by another cashier, the post just over, the post not yet',
  },
  send: {
    place_overdrawn: 'a fen more, a payout that is paid',
    move_unknown:
      'a fen less, no payout, a claim that is none, another paper, the paper of another payment, over the other channel, the maker twice, ' +
      'the approver as second, who gains as second, the coordinator as second, next door as second, another as second',
    paid_on_wrong: 'the day before, the day after',
    CHECK: 'another entry undone',
    post_required: 'by another officer, by another leader, the post just over, the post not yet',
    cashier_is_reviewer: 'by the approver, by the accepter',
    beneficiary: 'by who gains',
    request_not_open: 'the stage cancelled',
  },
  reject: {
    place_overdrawn: 'a fen more, a payout that is held, a payout that is paid',
    move_unknown:
      'a fen less, no payout, a claim that is none, another paper, the paper of another payment, over the other channel, the maker twice, ' +
      'the approver as second, who gains as second, the coordinator as second, next door as second, another as second',
    paid_on_wrong: 'the day after',
    CHECK: 'another entry undone',
    post_required: 'by another officer, by another leader, the post just over, the post not yet',
    cashier_is_reviewer: 'by the approver',
    beneficiary: 'by who gains',
  },
  'paid by transfer': {
    place_overdrawn: 'a fen more, a payout that is held, a payout that is paid',
    move_unknown:
      'a fen less, no payout, a claim that is none, no paper, over the other channel, the maker twice, the approver as second, who gains as second, ' +
      'the coordinator as second, next door as second, another as second',
    paid_on_wrong: 'the day before, the day after, granted the day after',
    paper_used: 'the paper of another payment, its paper in an earlier entry of the kind',
    CHECK: 'another entry undone, due today',
    post_required: 'by another officer, by another leader, the post just over, the post not yet',
    cashier_is_reviewer: 'by the approver, by the accepter',
    beneficiary: 'by who gains',
    request_not_open: 'the stage cancelled',
  },
  'paid in cash': {
    place_overdrawn: 'a fen more',
    move_unknown:
      'a fen less, a payout that is held, a payout that is paid, no payout, a claim that is none, no paper, over the other channel, no second person, ' +
      'the maker twice',
    slip_missing: 'the day before, another paper, by the accepter, by another cashier, the slip of another day, the slip of another',
    paid_on_wrong: 'the day after, granted the day after',
    paper_used: 'the paper of another payment, its paper in an earlier entry of the kind',
    CHECK: 'another entry undone, due today',
    second_person_required: 'by another officer',
    cashier_is_reviewer: 'by the approver, the approver as second',
    beneficiary: 'by who gains, who gains as second',
    maker_left: 'by another leader, the post just over, the post not yet',
    post_required: 'the coordinator as second, next door as second, the second post just over, the second post not yet',
    request_not_open: 'the stage cancelled',
  },
  bounce: {
    bounce_of_part: 'a fen more, a fen less',
    place_overdrawn: 'a payout that is held',
    move_unknown:
      'no payout, a claim that is none, no paper, over the other channel, the maker twice, the approver as second, who gains as second, ' +
      'the coordinator as second, next door as second, another as second',
    paid_on_wrong: 'the day after',
    paper_used: 'its paper in an earlier entry of the kind',
    CHECK: 'another entry undone, due today',
    post_required: 'by another officer, by another leader, the post just over, the post not yet',
    cashier_is_reviewer: 'by the approver',
    beneficiary: 'by who gains',
  },
  'bounce of what is explained': {
    second_person_required:
      'a fen more, a fen less, a payout that is held, a payout that is paid, the day before, the day after, another paper, ' +
      'the paper of another payment, no paper, another entry undone, another act of the same person, by another officer, by the approver, ' +
      'by the accepter, by who gains, by another cashier, by another leader, the approver as second, who gains as second, the coordinator as second, ' +
      'next door as second, another as second',
    move_unknown: 'no payout, a claim that is none, over the other channel, no second person, the maker twice',
    paper_used: 'its paper in an earlier entry of the kind',
    maker_left: 'the post just over, the post not yet',
    post_required: 'the second post just over, the second post not yet',
    CHECK: 'due today',
  },
  lapse: {
    place_overdrawn: 'a fen more',
    move_unknown:
      'a fen less, no payout, a claim that is none, another paper, the paper of another payment, another act of the same person, by another officer, ' +
      'by the approver, by the accepter, by who gains, by another cashier, by another leader, the approver as second, who gains as second, ' +
      'the coordinator as second, next door as second, another as second',
    explanation_not_due: 'a payout that is held, a payout that is paid, due later, due today',
    paid_on_wrong: 'the day before, the day after',
    CHECK: 'another entry undone',
  },
  accept: {
    place_overdrawn: 'a fen more',
    move_unknown: 'a fen less, no payout, a claim that is none, another paper, the paper of another payment, no second person, the maker twice',
    explanation_not_filed:
      'a payout that is held, a payout that is paid, another act of the same person, by the accepter, by who gains, by another cashier, ' +
      'by another leader, who gains as second, another as second, filed by another, filed again since',
    paid_on_wrong: 'the day before, the day after',
    CHECK: 'another entry undone, due today',
    second_person_required: 'by another officer, the approver as second',
    post_required: 'the coordinator as second, next door as second, the second post just over, the second post not yet',
    request_not_open: 'the stage cancelled',
  },
  disallow: {
    second_person_required:
      'a fen more, a fen less, a payout that is held, a payout that is paid, the day before, the day after, another paper, ' +
      'the paper of another payment, no paper, another entry undone, another act of the same person, by the approver, by the accepter, by who gains, ' +
      'by another cashier, by another leader, the approver as second, who gains as second, the coordinator as second, next door as second, ' +
      'another as second',
    move_unknown: 'no payout, a claim that is none, no second person, the maker twice',
    maker_left: 'the post just over, the post not yet',
    post_required: 'the second post just over, the second post not yet',
    CHECK: 'due today',
  },
  'write off': {
    second_person_required:
      'a fen more, a fen less, a payout that is held, a payout that is paid, the day before, the day after, another paper, ' +
      'the paper of another payment, no paper, another entry undone, another act of the same person, by the approver, by the accepter, by who gains, ' +
      'by another cashier, by another leader, the approver as second, who gains as second, the coordinator as second, next door as second, ' +
      'another as second',
    move_unknown: 'no payout, a claim that is none, no second person, the maker twice',
    maker_left: 'the post just over, the post not yet',
    post_required: 'the second post just over, the second post not yet',
    CHECK: 'due today',
  },
  claim: {
    move_unknown:
      'a fen more, a fen less, a payout that is held, a payout that is paid, no payout, a claim that is none, another paper, ' +
      'the paper of another payment, another act of the same person, by another officer, by the approver, by the accepter, by another cashier, ' +
      'no second person, the maker twice',
    paid_on_wrong: 'the day before, the day after',
    CHECK: 'another entry undone, due today',
    beneficiary: 'by who gains',
    maker_left: 'by another leader, the post just over, the post not yet',
    post_required:
      'the approver as second, who gains as second, the coordinator as second, next door as second, another as second, the second post just over, ' +
      'the second post not yet',
  },
  reopen: {
    move_unknown: 'a fen more, a fen less, a payout that is held, a payout that is paid, no payout, no second person, the maker twice',
    second_person_required:
      'a claim that is none, the day before, the day after, another paper, the paper of another payment, another entry undone, ' +
      'another act of the same person, by another officer, by the approver, by the accepter, by who gains, by another cashier, by another leader, ' +
      'the approver as second, who gains as second, the coordinator as second, next door as second, another as second',
    maker_left: 'the post just over, the post not yet',
    post_required: 'the second post just over, the second post not yet',
    CHECK: 'due today',
  },
  replenish: {
    place_overdrawn: 'a fen more',
    move_unknown:
      'a fen less, a payout that is held, a payout that is paid, a claim that is none, no paper, the maker twice, the approver as second, ' +
      'who gains as second, the coordinator as second, next door as second, another as second',
    paid_on_wrong: 'the day after',
    paper_used: 'its paper in an earlier entry of the kind',
    CHECK: 'another entry undone',
    post_required: 'by another leader, the post just over, the post not yet',
  },
  settle: {
    second_person_required:
      'a fen more, a fen less, a claim that is none, the day before, the day after, another paper, the paper of another payment, no paper, ' +
      'another entry undone, another act of the same person, by another officer, by the approver, by the accepter, by who gains, by another cashier, ' +
      'by another leader, the approver as second, who gains as second, the coordinator as second, next door as second, another as second',
    move_unknown: 'a payout that is held, a payout that is paid, no second person, the maker twice',
    maker_left: 'the post just over, the post not yet',
    post_required: 'the second post just over, the second post not yet',
  },
  'late return': {
    second_person_required:
      'a fen more, a fen less, a payout that is held, a payout that is paid, the day before, the day after, another paper, ' +
      'the paper of another payment, no paper, another entry undone, another act of the same person, by another officer, by the approver, ' +
      'by the accepter, by who gains, by another cashier, by another leader, the approver as second, who gains as second, the coordinator as second, ' +
      'next door as second, another as second',
    move_unknown: 'no payout, a claim that is none, over the other channel, no second person, the maker twice',
    paper_used: 'its paper in an earlier entry of the kind',
    maker_left: 'the post just over, the post not yet',
    post_required: 'the second post just over, the second post not yet',
    CHECK: 'due today',
  },
  'undo of a payment': {
    move_unknown:
      'a fen more, a fen less, a payout that is held, a payout that is paid, no payout, a claim that is none, another entry undone, no second person, ' +
      'the maker twice',
    second_person_required:
      'the day before, the day after, another paper, the paper of another payment, another act of the same person, by another officer, ' +
      'by the approver, by the accepter, by who gains, by another cashier, by another leader, the approver as second, who gains as second, ' +
      'the coordinator as second, next door as second, another as second',
    CHECK: 'its paper in an earlier entry of the kind, its paper in an earlier entry that was undone, due today',
    maker_left: 'the post just over, the post not yet',
    post_required: 'the second post just over, the second post not yet',
  },
}
