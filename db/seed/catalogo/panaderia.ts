import { type CategoriaDeMuestra, deEmpresa, sinCodigo } from './filas';

export const PANADERIA: CategoriaDeMuestra = {
  nombre: 'Panadería',
  productos: [
    ...sinCodigo('unidad', [
      ['Marraqueta', 0.8, 0.66, 10, 'favorito'],
      ['Sarnita', 0.8, 0.66, 6, 'favorito'],
      ['Pan integral', 1, 0.8, 4],
      ['Empanada de queso', 5, 3.8, 5, 'favorito'],
      ['Cuñapé', 4, 3, 4],
      ['Rollo de queso', 4, 3, 3],
      ['Salteña de pollo', 8, 6.2, 4],
      ['Queque de naranja, porción', 6, 4.4, 2],
    ]),
    // La Francesa
    ...deEmpresa('7772001', [
      [1, 'Pan de molde La Francesa blanco 500 g', 18, 14.8, 3],
      [2, 'Pan de molde La Francesa integral 500 g', 20, 16.4, 2],
      [11, 'Pan de hamburguesa La Francesa 6 unidades', 15, 12.2, 2],
      [31, 'Panetón La Francesa 900 g', 45, 36, 1],
    ]),
  ],
};
