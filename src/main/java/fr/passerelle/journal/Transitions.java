package fr.passerelle.journal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import fr.passerelle.noyau.NumeroDepot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The life of deposits. Every change of state goes through here: it is refused when the
 * order of {@link Etat} does not allow it, and leaves a transition.
 */
@Repository
public class Transitions {

	private final JdbcClient jdbc;

	private final Clock horloge;

	Transitions(JdbcClient jdbc, Clock horloge) {
		this.jdbc = jdbc;
		this.horloge = horloge;
	}

	/**
	 * Moves a deposit to another state.
	 * @throws TransitionRefusee when its present state does not allow it
	 */
	@Transactional
	public void passer(NumeroDepot numero, Etat vers, String acteur, String motif) {
		Etat de = this.jdbc.sql("SELECT etat FROM echange.depot WHERE numero = ? FOR UPDATE")
			.param(numero.valeur())
			.query((rs, i) -> Etat.deCode(rs.getString(1)))
			.single();
		if (!de.suivants().contains(vers)) {
			throw new TransitionRefusee(numero, de, vers);
		}
		Instant maintenant = this.horloge.instant();
		this.jdbc
			.sql("""
					UPDATE echange.depot SET etat = :etat, bail_expire_le = NULL,
					       traite_le = CASE WHEN :final THEN :le::timestamptz WHEN :etat = 'depose' THEN NULL ELSE traite_le END
					WHERE numero = :numero""")
			.param("etat", vers.code())
			.param("final", vers.estFinal())
			.param("le", Timestamp.from(maintenant))
			.param("numero", numero.valeur())
			.update();
		noter(numero, vers, maintenant, acteur, motif);
	}

	/** The life of a deposit, oldest first. */
	public List<Transition> de(NumeroDepot numero) {
		return this.jdbc.sql("SELECT etat, le, acteur, motif FROM echange.transition WHERE numero = ? ORDER BY rang")
			.param(numero.valeur())
			.query((rs, i) -> new Transition(Etat.deCode(rs.getString(1)), rs.getTimestamp(2).toInstant(),
					rs.getString(3), rs.getString(4)))
			.list();
	}

	/** Writes down a state that the deposit's row already has. */
	void noter(NumeroDepot numero, Etat etat, Instant le, String acteur, String motif) {
		this.jdbc
			.sql("""
					INSERT INTO echange.transition (numero, rang, etat, le, acteur, motif)
					SELECT :numero, coalesce(max(rang), 0) + 1, :etat, :le, :acteur, :motif FROM echange.transition WHERE numero = :numero""")
			.param("numero", numero.valeur())
			.param("etat", etat.code())
			.param("le", Timestamp.from(le))
			.param("acteur", acteur)
			.param("motif", motif)
			.update();
	}

}
