'use client';

import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

type Tab = { value: string; label: ReactNode; content: ReactNode };

type TabsProps = {
  /** What the tabs choose between, for screen readers. */
  label: string;
  tabs: readonly Tab[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
};

/** Panels of one thing, one at a time. For a choice inside a form use `Segmented`. */
export function Tabs({ label, tabs, defaultValue = tabs[0]?.value ?? '', ...rest }: TabsProps) {
  const initial = rest.value === undefined ? { defaultValue } : {};
  return (
    <Radix.Root {...initial} {...rest}>
      <Radix.List aria-label={label} className="flex gap-1 overflow-x-auto border-b border-borde">
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.value}
            value={tab.value}
            className="-mb-px h-11 shrink-0 border-b-2 border-transparent px-3 font-medium text-tinta-2 hover:text-tinta focus-visible:-outline-offset-2 data-[state=active]:border-marca data-[state=active]:text-marca"
          >
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className="pt-4 focus-visible:outline-offset-4">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
