import { type CategoriaDeMuestra, deEmpresa } from './filas';

export const ACEITES: CategoriaDeMuestra = {
  nombre: 'Aceites, salsas y enlatados',
  productos: [
    // Fino
    ...deEmpresa('7771602', [
      [1, 'Aceite Fino 900 ml', 19, 16.6, 8, 'favorito'],
      [2, 'Aceite Fino 2 L', 41, 36, 3],
      [3, 'Aceite Fino 4,5 L', 88, 79, 1],
      [11, 'Manteca Fino 500 g', 13, 11, 2],
      [21, 'Margarina Regia 225 g', 9, 7.6, 3],
      [22, 'Margarina Primor 500 g', 17, 14.3, 2],
    ]),
    // Rico
    ...deEmpresa('7771603', [[1, 'Aceite Rico 900 ml', 18, 15.7, 4]]),
    // Kris
    ...deEmpresa('7771601', [
      [1, 'Mayonesa Kris 400 g', 17, 14, 4],
      [2, 'Mayonesa Kris sachet 90 g', 4.5, 3.5, 4],
      [11, 'Kétchup Kris 400 g', 14, 11.5, 4],
      [12, 'Kétchup Kris sachet 90 g', 4, 3.1, 3],
      [21, 'Mostaza Kris 200 g', 8.5, 6.8, 2],
      [31, 'Salsa de soya Kris 500 ml', 13, 10.5, 3],
      [41, 'Vinagre Kris blanco 500 ml', 6.5, 5, 2],
      [51, 'Llajua Kris 200 g', 10, 7.9, 3],
    ]),
    // Dillmann
    ...deEmpresa('7771604', [
      [1, 'Mayonesa Dillmann 350 g', 16, 13, 2],
      [11, 'Kétchup Dillmann 350 g', 13.5, 10.9, 2],
      [21, 'Mermelada Dillmann frutilla 350 g', 18, 14.5, 2],
      [31, 'Durazno al jugo Dillmann 820 g', 29, 24, 1],
      [41, 'Aceitunas verdes Dillmann 200 g', 16, 12.6, 1],
    ]),
    // Pomarola (Chile)
    ...deEmpresa('7802575', [[1, 'Salsa de tomate Pomarola 200 g', 6.5, 5.1, 5]]),
    // Sardinas y atún (Perú, Ecuador)
    ...deEmpresa('7751271', [
      [1, 'Sardina Lidita en tomate 425 g', 15, 12.2, 3],
      [2, 'Sardina Lidita en tomate 155 g', 8, 6.4, 3],
    ]),
    ...deEmpresa('7861042', [
      [1, 'Atún Van Camps en aceite 160 g', 16, 13.2, 4],
      [2, 'Atún Van Camps en agua 160 g', 16, 13.2, 2],
    ]),
    // Arcor, conservas (Argentina)
    ...deEmpresa('7790580', [[701, 'Arvejas Arcor 300 g', 8.5, 6.8, 3]]),
  ],
};
