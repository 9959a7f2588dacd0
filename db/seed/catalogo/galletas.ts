import { type CategoriaDeMuestra, deEmpresa } from './filas';

export const GALLETAS: CategoriaDeMuestra = {
  nombre: 'Galletas y dulces',
  productos: [
    // Mabel's
    ...deEmpresa('7771801', [
      [1, "Galletas Mabel's de agua 300 g", 9, 7.2, 5, 'favorito'],
      [2, "Galletas Mabel's salvado 300 g", 10, 8, 3],
      [3, "Galletas Mabel's leche 45 g", 1.5, 1.1, 6],
      [4, "Galletas Mabel's dulces surtidas 400 g", 17, 13.8, 2],
      [11, "Wafer Mabel's vainilla 38 g", 1.5, 1.1, 6],
      [12, "Wafer Mabel's frutilla 38 g", 1.5, 1.1, 4],
      [13, "Wafer Mabel's chocolate 38 g", 1.5, 1.1, 5],
    ]),
    // Victoria
    ...deEmpresa('7771802', [
      [1, 'Galletas Victoria cracker 180 g', 6, 4.7, 3],
      [2, 'Galletas Victoria integral 180 g', 6.5, 5.1, 2],
    ]),
    // Mondelez (Perú)
    ...deEmpresa('7622300', [
      [101, 'Oreo original 36 g', 2.5, 1.95, 7],
      [102, 'Oreo original 108 g', 8, 6.5, 3],
      [111, 'Chips Ahoy 42 g', 3.5, 2.75, 3],
      [131, 'Halls menta 25 g', 3, 2.3, 5],
      [132, 'Halls cereza 25 g', 3, 2.3, 3],
      [141, 'Trident menta 8,5 g', 3, 2.3, 5],
    ]),
    // Arcor (Argentina)
    ...deEmpresa('7790580', [
      [1, 'Bon o Bon leche 15 g', 2, 1.5, 8, 'favorito'],
      [2, 'Bon o Bon blanco 15 g', 2, 1.5, 4],
      [11, 'Rocklets 40 g', 5, 3.9, 4],
      [31, 'Chicle Topline menta 6,7 g', 2, 1.5, 5],
      [41, 'Mogul ositos 30 g', 3.5, 2.7, 3],
      [51, 'Galletas Serranitas 105 g', 4, 3.1, 3],
      [61, 'Turrón Arcor 25 g', 2, 1.5, 3],
      [71, 'Chupetín Mr. Pop 10 g', 1, 0.7, 6],
    ]),
    // Breick
    ...deEmpresa('7771803', [
      [1, 'Chocolate Breick con leche 30 g', 5, 3.9, 4],
      [2, 'Chocolate Breick con leche 90 g', 14, 11.2, 2],
    ]),
    // Para Ti
    ...deEmpresa('7771804', [[1, 'Chocolate Para Ti con sal de Uyuni 50 g', 18, 14.2, 1]]),
    // Nestlé (Chile, Perú)
    ...deEmpresa('7802950', [[301, 'Galletas Morochas 120 g', 7.5, 6, 2]]),
    ...deEmpresa('7613032', [[11, 'Chocolate Sublime 30 g', 4.5, 3.5, 4]]),
    // Mars (Estados Unidos)
    ...deEmpresa('0040000', [[421, 'Snickers 52 g', 9, 7.1, 2]]),
    // Ferrero (Brasil)
    ...deEmpresa('7898024', [[395, 'Kinder Sorpresa 20 g', 13, 10.4, 2]]),
  ],
};
