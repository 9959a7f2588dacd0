'use client';

import NextLink, { type LinkProps } from 'next/link';
import { useState } from 'react';

/**
 * A link whose page is fetched ahead when somebody is about to follow it (the pointer or the keyboard reaches it), and not
 * because it is in sight: a list and its menu would ask for dozens of pages at each visit, on a phone's data too.
 */
export function Link<R extends string>({ onPointerEnter, onFocus, ...props }: LinkProps<R>) {
  const [cerca, setCerca] = useState(false);
  return (
    <NextLink
      {...props}
      prefetch={cerca ? null : false}
      onPointerEnter={(event) => {
        setCerca(true);
        onPointerEnter?.(event);
      }}
      onFocus={(event) => {
        setCerca(true);
        onFocus?.(event);
      }}
    />
  );
}
