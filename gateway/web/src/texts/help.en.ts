/** A topic of the help page. Its id is the place that pages lead to; its text is Markdown. */
export interface Topic {
  id: string;
  title: string;
  text: string;
}

export const help: Topic[] = [
  {
    id: 'start',
    title: 'How do I begin?',
    text: `
1. **Apply**, once. It is free, and no bank details are asked for.
2. When your account is active, choose a project under **Work**.
3. Read its guideline to the end and confirm it. Labels are judged by it.
4. **Label.** Some projects have a tutorial and a test first.
`,
  },
  {
    id: 'test',
    title: 'Tutorial and test',
    text: `
A **tutorial** shows you after each picture whether you were right, with the right answer drawn over yours. It is not paid, and nothing counts against you.

A **test** has some pictures and a time. The result comes at the end, again with the right answers. If you do not pass, the project says when the next try may begin and how many you have left. Other projects are not affected.
`,
  },
  {
    id: 'consensus',
    title: 'What is consensus?',
    text: `
Several people label the same picture and do not see each other's answers. What they agree on counts. People with a better record count a little more, but nobody decides alone.

> Three people see one picture. Two say *cat*, one says *dog*. If the two are known to be good at it, the answer is *cat*. If that is not sure enough, one more person is asked. If it stays unsure, a reviewer decides.

For boxes, outlines and points it is the same: each object is compared with those of the others.
`,
  },
  {
    id: 'gold',
    title: 'What is gold?',
    text: `
Some pictures have an answer that is known before. They are mixed into the work, look like all others, are paid like all others, and nobody is told which they are. They show how well everybody does.

A known answer can be wrong. If good workers keep contradicting it, it is taken out, and what it cost them is given back.
`,
  },
  {
    id: 'verdict',
    title: 'When do I get a verdict?',
    text: `
When enough others have answered the same picture, or a reviewer has looked. Under **History** you find each label with its verdict, the reason, how far it agreed with the accepted answer, how far it had to, and the place in the guideline if a reviewer named one.

- **Accepted**: you are paid. That is never taken back, also if the result changes later.
- **Rejected**: you are not paid for this picture. You can appeal.

You are never judged by a guideline that you had not seen.
`,
  },
  {
    id: 'right',
    title: 'When do I see the right answer?',
    text: `
- In a tutorial, at once. In a test, in its result.
- When a reviewer rejected your label and named the place in the guideline: after the time in which somebody else might still be labelling the same picture.
- For all your labels of a project, once the project is closed.

It is drawn over your answer. At other times it is not shown, to anybody: whoever knew the right answers of some pictures could pass them on, and gold would be worth nothing. That none is shown tells nothing about a picture.
`,
  },
  {
    id: 'appeal',
    title: 'What if a verdict is wrong?',
    text: `
1. Open it under **History** and write why your answer is right. Name the place in the guideline if you can. The page says until when this is possible.
2. Check what you wrote and send it. There is one appeal for each verdict.

A reviewer who had no part in it sees your answer, your words and the accepted answer, but not your name, decides, and says why. If you are right, you are paid and your record is put right.
`,
  },
  {
    id: 'tier',
    title: 'What is a tier?',
    text: `
For each skill, such as telling animals apart, you have a tier from 1 to 5. Everybody begins in tier 1. It says how sure it is that you are good at it, not only how often you were right.

> Ten right answers of ten may be luck. Forty of forty are not. So with more checked answers the same share of right ones leads to a higher tier.

One mistake moves nobody: a tier falls only when it is clear that it is too high. Some projects want a tier, some pay more for higher ones. **Skills** shows where you stand and what would change it. It is told anew once a day.
`,
  },
  {
    id: 'hold',
    title: 'Why is money held?',
    text: `
An earning is held for some days, as many as the project says before you begin. Then it becomes available by itself, at midnight UTC (5:30 in India). **Money** says when which part does.

It is held so that books can be closed and faults in the system found. It is not a time in which a verdict could still turn against you: what is accepted stays accepted.
`,
  },
  {
    id: 'pay',
    title: 'How much am I paid?',
    text: `
The price of a picture is shown before you label it and does not change afterwards. It depends on the project, on how difficult the picture is, and in some projects on your tier. Under **Money** each earning leads to its picture and its verdict.

What you earn in an hour is what was really paid, divided by the time that you really worked. Breaks do not count.
`,
  },
  {
    id: 'lease',
    title: 'What does the clock mean?',
    text: `
A picture is yours for a time. As long as you work on it, the time is extended by itself, up to a limit. When it runs out, the picture goes to others. Nothing counts against you.
`,
  },
  {
    id: 'skip',
    title: 'Skip or flag?',
    text: `
- **Skip** a picture that you would rather not answer. It is not paid, and not held against you.
- **Flag** one that nobody can answer, because it is broken, unclear or offensive. It is paid like a label if others find so, too.
`,
  },
  {
    id: 'offline',
    title: 'What if the line breaks?',
    text: `
Go on with the pictures that you have. *On this device* means: saved here, and sent by itself later. *Sent* means: we have it. Until all is sent, do not delete this site's data in your browser.
`,
  },
  {
    id: 'keys',
    title: 'Can I work by keys alone?',
    text: `
Yes. Press **?** while labelling to see them. Under **Account** you can choose the keys of other programs, or turn single keys off.
`,
  },
  {
    id: 'privacy',
    title: 'What do others see of me?',
    text: `
Nobody who checks your answers sees your name. Requesters see results, not who made them. You can delete your account under **Account**.
`,
  },
];
