package fr.passerelle.plateforme;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AutoControleTest {

	@Test
	void letsAHubInOrderStart() {
		AutoControle controle = new AutoControle(List.of(Optional::empty, Optional::empty));

		controle.start();

		assertThat(controle.isRunning()).isTrue();
	}

	@Test
	void tellsEveryThingThatIsWrongAtOnce() {
		AutoControle controle = new AutoControle(List.of(() -> Optional.of("Il manque une adresse."), Optional::empty,
				() -> Optional.of("Il manque un dossier.")));

		assertThatExceptionOfType(DemarrageImpossible.class).isThrownBy(controle::start)
			.withMessage("La passerelle n'est pas en état :\n- Il manque une adresse.\n- Il manque un dossier.");
		assertThat(controle.isRunning()).isFalse();
	}

}
