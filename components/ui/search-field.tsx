'use client';

import { Search, X } from 'lucide-react';
import { cx } from './cx';
import { Input, type InputProps } from './input';

type SearchFieldProps = Omit<InputProps, 'type' | 'prefix' | 'onChange' | 'value' | 'aria-label'> & {
  label: string;
  value: string;
  onValueChange: (text: string) => void;
};

/** Text that narrows a list. Escape, or the cross, empties it. */
export function SearchField({ label, value, onValueChange, suffix, onKeyDown, className, ...rest }: SearchFieldProps) {
  return (
    <Input
      placeholder={label}
      {...rest}
      aria-label={label}
      type="text"
      enterKeyHint="search"
      className={cx('max-w-md', className)}
      prefix={<Search aria-hidden="true" className="size-[1.2em]" />}
      suffix={
        value ? (
          <button
            type="button"
            aria-label="Borrar la búsqueda"
            onClick={() => onValueChange('')}
            className="-mr-1.5 grid size-8 place-items-center pointer-coarse:-mr-3 pointer-coarse:size-11 rounded-sm text-tinta-2 hover:bg-superficie-2"
          >
            <X aria-hidden="true" className="size-4" />
          </button>
        ) : (
          suffix
        )
      }
      value={value}
      onChange={(event) => onValueChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value) {
          event.preventDefault();
          onValueChange('');
        }
        onKeyDown?.(event);
      }}
    />
  );
}
