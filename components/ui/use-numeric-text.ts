import { useState } from 'react';

type NumericText = {
  value: number | null;
  onValueChange: (value: number | null) => void;
  parse: (text: string) => number | null;
  format: (value: number) => string;
};

/**
 * The text of a field whose value is a whole number of centavos or thousandths. While the person types, the text is
 * theirs; once they leave, or when the value changes from outside (a note button), it is the formatted value. Text that
 * is not a number gives `null` and stays on screen, `invalid` once the field is left.
 */
export function useNumericText({ value, onValueChange, parse, format }: NumericText) {
  const [draft, setDraft] = useState<string | null>(null);
  const [left, setLeft] = useState(true);

  const draftStands = draft !== null && parse(draft) === value;
  const text = draftStands ? draft : value === null ? '' : format(value);

  return {
    text,
    invalid: left && draftStands && draft.trim() !== '' && value === null,
    onChange(next: string) {
      setDraft(next);
      setLeft(false);
      onValueChange(parse(next));
    },
    onBlur() {
      setLeft(true);
      if (value !== null) setDraft(null);
    },
  };
}
