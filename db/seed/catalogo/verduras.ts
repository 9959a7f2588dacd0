import { type CategoriaDeMuestra, sinCodigo } from './filas';

export const VERDURAS: CategoriaDeMuestra = {
  nombre: 'Frutas y verduras',
  productos: [
    ...sinCodigo('kg', [
      ['Papa holandesa', 8, 6, 8, 'favorito'],
      ['Papa imilla', 9, 6.8, 5],
      ['Cebolla', 7, 5.2, 7, 'favorito'],
      ['Tomate', 9, 6.7, 7, 'favorito'],
      ['Zanahoria', 6, 4.4, 5],
      ['Locoto', 16, 11.8, 3],
      ['Limón', 10, 7.3, 4],
      ['Plátano de freír', 7, 5.1, 3],
      ['Manzana', 18, 13.8, 4],
      ['Naranja', 7, 5.2, 4],
      ['Palta', 26, 19.5, 3],
      ['Uva', 20, 15.2, 1],
    ]),
    ...sinCodigo('unidad', [
      ['Plátano guineo', 0.6, 0.45, 6],
      ['Ajo, cabeza', 1.5, 1.1, 4],
      ['Lechuga', 4, 2.9, 3],
      ['Perejil, atado', 1, 0.7, 3],
      ['Choclo, pieza', 2.5, 1.8, 3],
    ]),
  ],
};
