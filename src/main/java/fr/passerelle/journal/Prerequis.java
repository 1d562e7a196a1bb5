package fr.passerelle.journal;

/**
 * Something a deposit needs before it can be applied (R057–R060).
 *
 * @param code short name, for instance {@code SIECLE_ELEVES}
 * @param libelle what it is, in French
 * @param satisfait whether the hub has it
 */
public record Prerequis(String code, String libelle, boolean satisfait) {
}
