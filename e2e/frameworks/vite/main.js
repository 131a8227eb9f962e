import 'descent-lab/define';
