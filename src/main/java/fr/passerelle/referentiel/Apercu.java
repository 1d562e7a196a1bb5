package fr.passerelle.referentiel;

import java.util.List;
import java.util.Map;

import fr.passerelle.journal.CompteRendu.LiensDuGroupe;

/**
 * What applying a deposit would change.
 *
 * @param lignes row by row: {@code entite}, {@code operation} (INSERT, UPDATE, DISPARU),
 * {@code cle}; of a link that was there, its {@code groupe} and {@code origine} too
 * @param liens the links by group, where the file carries some
 */
public record Apercu(List<Map<String, Object>> lignes, List<LiensDuGroupe> liens) {
}
