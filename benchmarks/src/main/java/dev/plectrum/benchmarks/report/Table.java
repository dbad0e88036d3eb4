package dev.plectrum.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells, printed so that both people and Markdown can read them. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these headings. */
    public Table(List<String> head) {
        rows.add(List.copyOf(head));
    }

    /** Adds a row, which needs a cell for each heading. */
    public void add(List<String> row) {
        if (row.size() != rows.get(0).size()) {
            throw new IllegalArgumentException(row + " does not fit under " + rows.get(0));
        }
        rows.add(List.copyOf(row));
    }

    /** The table in Markdown, its columns aligned; all but the first two hold figures and stand to the right. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            for (int column = 0; column < rows.get(i).size(); column++) {
                text.append("| ")
                        .append(pad(rows.get(i).get(column), column, ' '))
                        .append(' ');
            }
            text.append("|\n");
            if (i == 0) {
                for (int column = 0; column < rows.get(0).size(); column++) {
                    String line = "-".repeat(width(column));
                    text.append("| ")
                            .append(right(column) ? line.substring(1) + ":" : line)
                            .append(' ');
                }
                text.append("|\n");
            }
        }
        return text.toString();
    }

    private String pad(String cell, int column, char with) {
        String padding = String.valueOf(with).repeat(width(column) - cell.length());
        return right(column) ? padding + cell : cell + padding;
    }

    private static boolean right(int column) {
        return column > 1;
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
