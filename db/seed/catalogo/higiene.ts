import { type CategoriaDeMuestra, deEmpresa } from './filas';

export const HIGIENE: CategoriaDeMuestra = {
  nombre: 'Higiene y papel',
  productos: [
    // Kimberly-Clark: Scott, Kotex
    ...deEmpresa('7772301', [
      [1, 'Papel higiénico Scott 4 rollos', 13, 10.8, 5, 'favorito'],
      [2, 'Papel higiénico Scott 12 rollos', 37, 31.5, 2],
      [11, 'Papel toalla Scott 2 rollos', 16, 13, 2],
      [21, 'Toallas Kotex normal con alas 8 unidades', 9.5, 7.7, 3],
    ]),
    // Elite
    ...deEmpresa('7772302', [
      [1, 'Papel higiénico Elite doble hoja 4 rollos', 16, 13.2, 4],
      [11, 'Servilletas Elite 100 unidades', 6.5, 5.1, 4],
      [21, 'Pañuelos Elite bolsillo', 3, 2.2, 4],
      [31, 'Papel higiénico Ideal 4 rollos', 10.5, 8.6, 4],
    ]),
    // Copelme
    ...deEmpresa('7772303', [
      [1, 'Algodón Copelme 50 g', 6, 4.6, 2],
      [11, 'Hisopos Copelme 75 unidades', 7, 5.4, 2],
    ]),
    // Colgate-Palmolive (México)
    ...deEmpresa('7509546', [
      [1, 'Pasta dental Colgate triple acción 75 ml', 12, 9.8, 4],
      [2, 'Pasta dental Colgate total 12 90 g', 25, 20.5, 2],
      [11, 'Cepillo dental Colgate medio', 9, 7, 2],
      [21, 'Jabón Protex avena 110 g', 7.5, 6, 4],
      [31, 'Jabón Palmolive naturals 110 g', 6.5, 5.2, 3],
    ]),
    // Unilever (Argentina)
    ...deEmpresa('7791293', [
      [1, 'Champú Sedal ceramidas 340 ml', 24, 19.6, 2],
      [3, 'Champú Sedal sachet 10 ml', 1.5, 1.1, 5],
      [11, 'Jabón Lux flor de vainilla 125 g', 6.5, 5.2, 3],
      [21, 'Jabón Dove original 90 g', 10, 8.1, 3],
      [31, 'Desodorante Rexona roll-on 50 ml', 17, 13.8, 2],
    ]),
    // Procter & Gamble (México)
    ...deEmpresa('7500435', [
      [101, 'Champú Head & Shoulders 375 ml', 41, 34, 1],
      [102, 'Champú Head & Shoulders sachet 10 ml', 2, 1.5, 4],
      [111, 'Toallas Always 8 unidades', 11, 8.9, 2],
      [121, 'Afeitadora Prestobarba 3', 11, 8.6, 2],
    ]),
    // Nosotras (Colombia)
    ...deEmpresa('7702027', [[1, 'Toallas Nosotras diarios 15 unidades', 9, 7.2, 2]]),
    // Nivea (Alemania)
    ...deEmpresa('4005808', [[1, 'Crema Nivea lata 60 ml', 19, 15.4, 1]]),
  ],
};
