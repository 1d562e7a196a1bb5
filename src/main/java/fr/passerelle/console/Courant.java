package fr.passerelle.console;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import fr.passerelle.calendrier.AnneeScolaire;
import fr.passerelle.calendrier.Calendriers;
import fr.passerelle.noyau.Uai;
import fr.passerelle.securite.Compte;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Component;

/**
 * The school a person works for, until they change (R012). An account of one school works
 * for it; the others choose, or see all of theirs.
 */
@Component
class Courant {

	private static final String CHOIX = "etablissement";

	private final Calendriers calendriers;

	private final Clock horloge;

	Courant(Calendriers calendriers, Clock horloge) {
		this.calendriers = calendriers;
		this.horloge = horloge;
	}

	/** The UAI of the school, nothing while all of them are shown. */
	Optional<String> uai(HttpSession session, Compte compte) {
		List<String> siens = siens(compte);
		return (siens.size() == 1) ? Optional.of(siens.get(0))
				: Optional.ofNullable((String) session.getAttribute(CHOIX)).filter(compte.perimetre()::voit);
	}

	/** The schools to show: the one, or all those of the account (null: all). */
	Set<String> uais(HttpSession session, Compte compte) {
		return uai(session, compte).map(Set::of).orElse(compte.perimetre().uais());
	}

	/** The schools the account is for, none when it is for all. */
	static List<String> siens(Compte compte) {
		return (compte.perimetre().uais() != null) ? compte.perimetre().uais().stream().sorted().toList() : List.of();
	}

	/** Changes school; an empty text shows all of them again. */
	void changer(HttpSession session, String uai) {
		session.setAttribute(CHOIX, uai.isEmpty() ? null : uai);
	}

	/** The school year there, as people call it. */
	Optional<String> annee(String uai) {
		return Uai.lire(uai)
			.flatMap((ecole) -> this.calendriers.enCours(ecole, this.horloge.instant()))
			.map(AnneeScolaire::libelle);
	}

}
