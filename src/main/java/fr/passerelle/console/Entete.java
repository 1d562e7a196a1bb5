package fr.passerelle.console;

import java.util.List;

import fr.passerelle.securite.Compte;
import org.springframework.ui.Model;

/** The head of every page: who is asking, for which schools (R012). */
final class Entete {

	private Entete() {
	}

	static void remplir(Model modele, Compte compte) {
		List<String> uais = (compte.perimetre().uais() != null) ? compte.perimetre().uais().stream().sorted().toList()
				: List.of("tous les établissements");
		modele.addAttribute("compte", compte.utilisateur())
			.addAttribute("role", compte.role().code())
			.addAttribute("etablissements", String.join(", ", uais));
	}

}
