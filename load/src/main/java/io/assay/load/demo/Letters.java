package io.assay.load.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Capitals of five by seven dots: a machine without fonts draws them, too. */
final class Letters {

    private static final Map<Character, String> ROWS =
            Map.ofEntries(
                    Map.entry('A', ".###. #...# #...# ##### #...# #...# #...#"),
                    Map.entry('B', "####. #...# #...# ####. #...# #...# ####."),
                    Map.entry('C', ".#### #.... #.... #.... #.... #.... .####"),
                    Map.entry('D', "####. #...# #...# #...# #...# #...# ####."),
                    Map.entry('E', "##### #.... #.... ####. #.... #.... #####"),
                    Map.entry('F', "##### #.... #.... ####. #.... #.... #...."),
                    Map.entry('H', "#...# #...# #...# ##### #...# #...# #...#"),
                    Map.entry('I', ".###. ..#.. ..#.. ..#.. ..#.. ..#.. .###."),
                    Map.entry('K', "#...# #..#. #.#.. ##... #.#.. #..#. #...#"),
                    Map.entry('L', "#.... #.... #.... #.... #.... #.... #####"),
                    Map.entry('N', "#...# ##..# #.#.# #.#.# #.#.# #..## #...#"),
                    Map.entry('O', ".###. #...# #...# #...# #...# #...# .###."),
                    Map.entry('R', "####. #...# #...# ####. #.#.. #..#. #...#"),
                    Map.entry('S', ".#### #.... #.... .###. ....# ....# ####."),
                    Map.entry('T', "##### ..#.. ..#.. ..#.. ..#.. ..#.. ..#.."),
                    Map.entry('W', "#...# #...# #...# #.#.# #.#.# ##.## #...#"));

    private Letters() {}

    /** Column and row of each dot. */
    static List<double[]> dots(char letter) {
        String[] rows = ROWS.getOrDefault(letter, "").split(" ", -1);
        List<double[]> dots = new ArrayList<>();
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length(); column++) {
                if (rows[row].charAt(column) == '#') {
                    dots.add(new double[] {column, row});
                }
            }
        }
        return dots;
    }
}
