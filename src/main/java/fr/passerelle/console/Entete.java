package fr.passerelle.console;

import java.util.List;

import fr.passerelle.securite.Compte;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The head of every page: who is asking, for which school and year (R012). */
@Component
class Entete {

	private final Courant courant;

	Entete(Courant courant) {
		this.courant = courant;
	}

	void remplir(Model modele, Compte compte, HttpSession session) {
		List<String> siens = Courant.siens(compte);
		String uai = this.courant.uai(session, compte).orElse("");
		modele.addAttribute("compte", compte.utilisateur())
			.addAttribute("role", compte.role().code())
			.addAttribute("courant", uai)
			.addAttribute("annee", this.courant.annee(uai).orElse(null))
			.addAttribute("siens", siens)
			.addAttribute("peutChanger", siens.size() != 1);
	}

}
