// The annotations of several documents as one Web Annotation page, each naming its document by path.

import { type Annotation, withSource } from './annotation.ts';
import { emptyPage, serialisePage } from './annotationPage.ts';

export interface AnnotationsOfDocument {
  /** As the reader knows it. */
  readonly path: string;
  readonly annotations: readonly Annotation[];
}

export function exportJsonLd(documents: readonly AnnotationsOfDocument[]): string {
  const annotations = documents.flatMap(({ path, annotations: all }) =>
    all.map((annotation) =>
      annotation.replyTo === undefined
        ? withSource(annotation, path.split(/[\\/]/).map(encodeURIComponent).join('/'))
        : annotation,
    ),
  );
  return serialisePage({ ...emptyPage(), annotations });
}
