import { type CategoriaDeMuestra, deEmpresa, sinCodigo } from './filas';

export const LACTEOS: CategoriaDeMuestra = {
  nombre: 'Lácteos y huevos',
  productos: [
    // PIL Andina
    ...deEmpresa('7771101', [
      [101, 'Leche PIL natural 946 ml', 8, 7.1, 10, 'favorito'],
      [102, 'Leche PIL deslactosada 946 ml', 9, 7.9, 6],
      [103, 'Leche PIL descremada 946 ml', 9, 7.9, 3],
      [104, 'Leche PIL chocolatada 946 ml', 10, 8.6, 5],
      [110, 'Leche PIL chocolatada 180 ml', 2.5, 2.1, 6],
      [120, 'Leche PIL evaporada 400 g', 11, 9.4, 4],
      [121, 'Leche PIL condensada 395 g', 15, 12.8, 2],
      [125, 'Leche PIL en polvo entera 350 g', 32, 28, 2],
      [126, 'Leche PIL en polvo entera 760 g', 66, 58.5, 1],
      [201, 'Yogur PIL bebible frutilla 1 L', 15, 12.9, 6, 'favorito'],
      [202, 'Yogur PIL bebible durazno 1 L', 15, 12.9, 4],
      [203, 'Yogur PIL bebible frutilla 2 L', 27, 23.5, 3],
      [210, 'Yogur PIL con cereal 160 g', 5, 4.1, 4],
      [220, 'Pilfrut manzana 800 ml', 6.5, 5.5, 4],
      [221, 'Pilfrut durazno 130 ml', 1, 0.82, 7],
      [301, 'Mantequilla PIL con sal 200 g', 16, 13.6, 4],
      [302, 'Mantequilla PIL sin sal 100 g', 8.5, 7.2, 3],
      [310, 'Crema de leche PIL 200 ml', 9, 7.6, 3],
      [320, 'Dulce de leche PIL 500 g', 19, 15.8, 2],
      [330, 'Queso mozzarella PIL 400 g', 34, 28.5, 2],
    ]),
    // Delizia
    ...deEmpresa('7771102', [
      [11, 'Yogur Delizia frutilla 1 L', 14, 11.9, 4],
      [12, 'Yogur Delizia bolsita 120 ml', 1.5, 1.2, 6],
      [21, 'Leche Delizia saborizada vainilla 946 ml', 9.5, 8.1, 2],
      [31, 'Juguito Delizia naranja 150 ml', 1, 0.78, 5],
    ]),
    // Flor de Leche
    ...deEmpresa('7771103', [
      [5, 'Yogur natural Flor de Leche 500 ml', 13, 10.4, 2],
      [8, 'Queso andino Flor de Leche 250 g', 26, 20.8, 1],
    ]),
    ...sinCodigo('unidad', [
      ['Huevo de granja', 1.2, 1, 8, 'favorito'],
      ['Maple de huevos 30 unidades', 33, 29, 4],
    ]),
    ...sinCodigo('kg', [['Queso criollo', 42, 34, 5, 'favorito']]),
  ],
};
