package fr.passerelle.securite;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RoleTest {

	@Test
	void givesEachRoleItsRights() {
		String matrice = Arrays.stream(Role.values())
			.map((role) -> role.code() + Arrays.stream(Action.values())
				.map((action) -> role.permet(action) ? " oui" : " non")
				.collect(Collectors.joining()))
			.collect(Collectors.joining("\n"));

		assertThat(matrice).isEqualTo("""
				academie oui oui oui non oui oui
				support oui oui oui non oui non
				chef-etablissement oui oui oui oui oui non
				directeur-ecole oui oui oui oui oui non
				gestionnaire oui oui non non non non
				admin-ent oui non non non oui non
				consommateur non non non non oui non""");
	}

	@Test
	void showsAllSchoolsOnlyToWhoMay() {
		assertThat(Perimetre.de(Role.ACADEMIE, List.of())).isEqualTo(Perimetre.tout());
		assertThat(Perimetre.de(Role.CONSOMMATEUR, List.of("*"))).isEqualTo(Perimetre.tout());
		assertThat(Perimetre.de(Role.CONSOMMATEUR, List.of())).isEqualTo(new Perimetre(Set.of()));
		assertThatIllegalArgumentException().isThrownBy(() -> Perimetre.de(Role.CHEF_ETABLISSEMENT, List.of()));
		assertThatIllegalArgumentException().isThrownBy(() -> Perimetre.de(Role.CHEF_ETABLISSEMENT, List.of("*")));
		assertThatIllegalArgumentException().isThrownBy(() -> Perimetre.de(Role.ACADEMIE, List.of("0999999A")));
	}

	@Test
	void hidesADepositWithoutSchoolFromAllButItsDepositor() {
		Compte compte = new Compte("durand", Role.GESTIONNAIRE, new Perimetre(Set.of("0999999F")));

		assertThat(compte.voit("0999999F", "dossier", "x")).isTrue();
		assertThat(compte.voit("0750001U", "http", "durand")).isFalse();
		assertThat(compte.voit(null, "http", "durand")).isTrue();
		assertThat(compte.voit(null, "http", "martin")).isFalse();
		assertThat(compte.voit(null, "dossier", "durand")).isFalse();
	}

	@Test
	void letsNobodyGiveMoreThanHeHas() {
		Perimetre un = new Perimetre(Set.of("0999999F"));

		assertThat(Perimetre.tout().couvre(un)).isTrue();
		assertThat(un.couvre(un)).isTrue();
		assertThat(un.couvre(Perimetre.tout())).isFalse();
		assertThat(un.couvre(new Perimetre(Set.of("0999999F", "0750001U")))).isFalse();
	}

}
