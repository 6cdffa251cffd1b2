// How the Markdown parser changes its list of events where a heading, a quotation or a list ends. It would copy the whole list each
// time, which takes a document of many of them time that grows with the square of its length; here nothing before the change is touched.

import { EditMap } from 'micromark-util-edit-map';

/** Lets all parsers of this process change their events so; what they read stays the same. */
export function leaveEventsBeforeEdits(): void {
  EditMap.prototype.consume = consume;
}

/** Makes the changes that were noted, in place, and forgets them; of changes at one place there is never more than one. */
function consume(this: EditMap, events: Parameters<EditMap['consume']>[0]): undefined {
  const changes = this.map.sort(([at], [other]) => at - other);
  const first = changes[0]?.[0];
  if (first === undefined) return;
  const behind = events.slice(first);
  events.length = first;
  let next = 0;
  for (const [at, removed, added] of changes) {
    for (; next < at - first; next++) events.push(behind[next]!);
    for (const event of added) events.push(event);
    next = at - first + removed;
  }
  for (; next < behind.length; next++) events.push(behind[next]!);
  this.map.length = 0;
  this.index.clear();
}
