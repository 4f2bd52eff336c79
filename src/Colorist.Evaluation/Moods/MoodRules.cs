using static Colorist.Evaluation.PictureColors;

namespace Colorist.Evaluation;

/// <summary>
/// The moods that come with a model trained on scenes of MIT Places, and how their pictures are chosen.
/// </summary>
public static class MoodRules
{
    private static readonly HashSet<string> Outdoors =
    [
        "abbey", "amphitheater", "badlands", "boat_deck", "bridge", "campsite", "canyon", "cemetery", "chalet",
        "church-outdoor", "coast", "corn_field",
        "courtyard", "dam", "desert-sand", "driveway", "fountain", "golf_course", "harbor", "highway", "lighthouse",
        "monastery-outdoor", "mountain",
        "palace", "playground", "railroad_track", "river", "rock_arch", "runway", "shed", "skyscraper", "swamp",
        "temple-east_asia", "valley", "yard",
    ];

    private static readonly HashSet<string> Rooms =
        ["ballroom", "banquet_hall", "bar", "bedroom", "coffee_shop", "dining_room", "kitchen", "living_room", "lobby",
            "restaurant"];

    private static readonly HashSet<string> Woods = ["bamboo_forest", "botanical_garden", "campsite", "rainforest",
        "river", "swamp", "yard"];
    private static readonly HashSet<string> Snows = ["chalet", "ice_skating_rink-outdoor", "iceberg", "mountain",
        "ski_slope"];
    private static readonly HashSet<string> Sands = ["amphitheater", "badlands", "canyon", "desert-sand", "rock_arch",
        "trench", "valley"];
    private static readonly HashSet<string> Waters = ["boat_deck", "coast", "harbor", "hot_spring", "lighthouse",
        "river", "swimming_pool-outdoor"];

    /// <summary>
    /// All of them. In the rules, L, a and b are means of L*a*b*, "above" and "below" the upper and lower third.
    /// </summary>
    public static IReadOnlyList<MoodRule> All { get; } =
    [
        new("noon", "outdoors, light (L 50 to 75); the bluest above", Outdoors,
            p => p.All.X is > 50 and < 75 ? -p.Above.Z : null),
        new("sunset", "outdoors, L under 60; the reddest and yellowest above (a + b)", Outdoors,
            p => p.All.X < 60 ? p.Above.Y + p.Above.Z : null),
        new("overcast", "outdoors, light above (L over 65); the least chroma above and over all", Outdoors,
            p => p.Above.X > 65 ? -Chroma(p.Above) - Chroma(p.All) : null),
        new("night", "outdoors, dark (L under 30); the bluest above", Outdoors, p => p.All.X < 30 ? -p.Above.Z : null),
        new("forest", "woods, gardens and river banks; the largest share of green pixels", Woods, p => p.Green),
        new("snow", "slopes, ice and mountains, light (L over 55); the lightest below with the least chroma (L − 2C)",
            Snows,
            p => p.All.X > 55 ? p.Below.X - 2 * Chroma(p.Below) : null),
        new("interior-warm", "rooms to live and eat in; the reddest and yellowest over all (a + b)", Rooms,
            p => p.All.Y + p.All.Z),
        new("desert", "sand, rock and ruins; the reddest and yellowest below (a + b)", Sands,
            p => p.Below.Y + p.Below.Z),
        new("sea", "coasts, harbours and pools; the bluest below", Waters, p => -p.Below.Z),
    ];
}
