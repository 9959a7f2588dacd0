import type { Unidad } from '@/lib/producto/rules';

/** How each unit is called in a form, and after a figure. */
export const UNIDAD_EN_PALABRAS: Record<Unidad, { nombre: string; corta: string; por: string }> = {
  unidad: { nombre: 'Unidad', corta: 'u', por: 'por unidad' },
  kg: { nombre: 'Kilo', corta: 'kg', por: 'por kilo' },
  l: { nombre: 'Litro', corta: 'l', por: 'por litro' },
  m: { nombre: 'Metro', corta: 'm', por: 'por metro' },
};
