import { describe, expect, it } from 'vitest';
import { pinFacil } from './pin-rules';

describe('a PIN that anybody would try first', () => {
  it.each([
    ['000000', 'un solo dígito'],
    ['123456', 'escalera'],
    ['0987654321', 'escalera'],
    ['890123', 'escalera'],
    ['121212', 'mismos números'],
    ['456456', 'mismos números'],
    ['240695', 'fecha de nacimiento'],
    ['24061995', 'fecha de nacimiento'],
    ['062495', 'fecha de nacimiento'],
    ['950624', 'fecha de nacimiento'],
    ['19950624', 'fecha de nacimiento'],
  ])('%s is refused, and why', (pin, por) => {
    expect(pinFacil(pin, '1995-06-24')).toContain(por);
  });

  it.each(['482915', '123465', '112233', '240694', '121213', '739164028'])('%s is fine', (pin) => {
    expect(pinFacil(pin, '1995-06-24')).toBeNull();
  });

  it('is judged without a birth date too', () => {
    expect(pinFacil('240695', null)).toBeNull();
    expect(pinFacil('111111', null)).not.toBeNull();
  });
});
